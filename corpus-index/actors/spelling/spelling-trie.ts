import type { Actor } from '../../records/actor';
import { EdgeTable } from '../edge-table';
import type { NameEntry } from '../matcher';
import type { NameForm } from './name-forms';

/** A recorded name in one of its forms. */
export interface SpellingEntry {
  readonly name: NameEntry;
  readonly owner: Actor;
  readonly form: NameForm;
}

const ROOT = 0;

/**
 * Names by the labels of their parts (see `labelOfPart`), so that every spelling of a name leads to one node and
 * none has to be written down. Articles are left out.
 */
export class SpellingTrie {
  readonly edges = new EdgeTable();
  private readonly entries: (SpellingEntry[] | undefined)[] = [undefined];

  add(path: readonly number[], entry: SpellingEntry): void {
    const node = this.edges.addPath(path, () => this.entries.push(undefined) - 1);
    if (node !== ROOT) (this.entries[node] ??= []).push(entry);
  }

  /** The names that end at a node. */
  entriesAt(node: number): readonly SpellingEntry[] | undefined {
    return this.entries[node];
  }

  /** Whether a name may begin with a word of this label. */
  beginsWith(label: number): boolean {
    return this.edges.get(ROOT, label) !== ROOT;
  }

  /** Whether a name may end within so many words, the first of which has these labels. */
  mayEnd(
    { first, second, noun }: { readonly first: number; readonly second: number; readonly noun: number },
    words: number,
  ): boolean {
    if (words > 1 || second !== 0) return true;
    return this.isEnd(first) || (noun !== 0 && this.isEnd(noun));
  }

  private isEnd(label: number): boolean {
    return this.entries[this.edges.get(ROOT, label)] !== undefined;
  }
}
