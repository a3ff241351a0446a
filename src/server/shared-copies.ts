import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { StoredSource } from '../shared-corpus/stored-source';

/** Raised when a copy has another form: older ones are then fetched anew. */
const FORM = 1;

/** A source of a shared corpus as it was fetched. */
export interface SharedCopy {
  readonly source: StoredSource;
  /** Of what the corpus had then. */
  readonly fingerprint: string;
  /** When it was last known to be what the corpus has: ISO 8601. */
  readonly at: string;
}

/** Keeps what was cited of one shared corpus in a folder, so that it can be cited and checked without it. */
export class SharedCopies {
  private readonly folder: string;

  /** `address`: as it is written in full, so that one corpus never answers for another. */
  constructor(root: string, address: string) {
    this.folder = nodePath.join(root, digestOf(address));
  }

  /** Undefined where there is none, or a broken one. */
  async get(key: string): Promise<SharedCopy | undefined> {
    const kept = await fs.readFile(this.fileOf(key), 'utf8').catch(() => '');
    const end = kept.indexOf('\n');
    if (end < 0 || digestOf(kept.slice(end + 1)) !== kept.slice(0, end)) return undefined;
    const { form, copy } = JSON.parse(kept.slice(end + 1)) as { form: number; copy: SharedCopy };
    return form === FORM && copy.source.key === key ? copy : undefined;
  }

  /** Under another name first, so that nobody reads half of it. */
  async put(copy: SharedCopy): Promise<void> {
    const json = JSON.stringify({ form: FORM, copy });
    const file = this.fileOf(copy.source.key);
    const half = `${file}.${process.pid}.part`;
    await fs.mkdir(this.folder, { recursive: true });
    await fs.writeFile(half, `${digestOf(json)}\n${json}`);
    await fs.rename(half, file);
  }

  async remove(key: string): Promise<void> {
    await fs.rm(this.fileOf(key), { force: true });
  }

  private fileOf(key: string): string {
    return nodePath.join(this.folder, `${digestOf(key)}.json`);
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
