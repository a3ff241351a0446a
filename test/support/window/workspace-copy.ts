import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { repositoryRoot } from '../root';

/** Files whose text is read when they are opened, or when VS Code tells of them: nothing to wait for. */
const RESTORABLE = /^(?:drafts|\.sourcewright|\.vscode)[\\/]/;
const SETTINGS = '.vscode/settings.json';

/** A folder to copy (relative to the repository, or absolute), or files by their relative path. */
export type WorkspaceFiles = string | Readonly<Record<string, string | Uint8Array>>;

/** A workspace in a temporary folder: a test may change it as it likes. */
export class WorkspaceCopy {
  readonly folder: string;
  #filledWith: WorkspaceFiles | undefined;

  constructor(of: WorkspaceFiles) {
    // Under a name of its own inside: the window's title and the Explorer show it.
    this.folder = path.join(mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sourcewright-')), 'workspace');
    mkdirSync(this.folder);
    this.fill(of);
  }

  fill(of: WorkspaceFiles): void {
    if (typeof of === 'string') cpSync(path.resolve(repositoryRoot, of), this.folder, { recursive: true });
    else for (const [file, text] of Object.entries(of)) this.write(file, text);
    this.#filledWith = of;
  }

  empty(): void {
    for (const name of readdirSync(this.folder)) this.delete(name);
  }

  /**
   * Takes back what was changed since it was filled with the same folder. False, and nothing is done, where it was filled
   * with something else, or where more than drafts was changed.
   */
  restore(of: WorkspaceFiles): boolean {
    if (typeof of !== 'string' || this.#filledWith !== of) return false;
    const original = path.resolve(repositoryRoot, of);
    const [before, now] = [filesIn(original), filesIn(this.folder)];
    const added = now.filter((file) => !before.includes(file));
    const bytes = (folder: string, file: string) => readFileSync(path.join(folder, file));
    const changed = before.filter(
      (file) => !now.includes(file) || !bytes(original, file).equals(bytes(this.folder, file)),
    );
    if ([...added, ...changed].some((file) => !RESTORABLE.test(file))) return false;
    for (const file of added) this.delete(file);
    for (const file of changed) cpSync(path.join(original, file), this.path(file));
    return true;
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** As another program would: VS Code learns of it from the disk. */
  write(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), content);
  }

  /** Puts settings of the workspace on top of those that stand there. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    if (Object.keys(settings).length === 0) return;
    const kept = this.has(SETTINGS) ? (parse(this.read(SETTINGS)) as object) : {};
    this.write(SETTINGS, JSON.stringify({ ...kept, ...settings }));
  }

  delete(file: string): void {
    rmSync(this.path(file), { recursive: true, maxRetries: 5 });
  }

  remove(): void {
    rmSync(path.dirname(this.folder), { recursive: true, force: true, maxRetries: 5 });
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
