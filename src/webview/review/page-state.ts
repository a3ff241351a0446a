import type { Note } from './notes';
import { FILTERS, type Filter } from './walk';

/** What the page keeps while it is hidden, and when VS Code is opened again. */
export interface PageState {
  /** URI of the draft: by it the extension finds what a restored page is about. */
  readonly draft?: string;
  /** The citation that is shown; undefined: the first that is open, from where a person left off. */
  readonly citation?: number;
  readonly filter: Filter;
  /** What was written and not kept. */
  readonly notes?: readonly Note[];
}

/** What was kept, as far as it still makes sense. */
export function readState(kept: unknown): PageState {
  if (typeof kept !== 'object' || kept === null) return { filter: 'all' };
  const { draft, citation, filter, notes } = kept as Partial<Record<keyof PageState, unknown>>;
  return {
    ...(typeof draft === 'string' ? { draft } : {}),
    ...(Number.isSafeInteger(citation) ? { citation: citation as number } : {}),
    filter: FILTERS.find((one) => one === filter) ?? 'all',
    // As this page has written it itself.
    ...(Array.isArray(notes) ? { notes: notes as readonly Note[] } : {}),
  };
}
