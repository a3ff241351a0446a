import { FILTERS, type Filter } from './walk';

/** What the page keeps while it is hidden, and when VS Code is opened again. */
export interface PageState {
  /** URI of the draft: by it the extension finds what a restored page is about. */
  readonly draft?: string;
  /** The citation that is shown; undefined: the first that is open, from where a person left off. */
  readonly citation?: number;
  readonly filter: Filter;
}

/** What was kept, as far as it still makes sense. */
export function readState(kept: unknown): PageState {
  if (typeof kept !== 'object' || kept === null) return { filter: 'all' };
  const { draft, citation, filter } = kept as Partial<Record<keyof PageState, unknown>>;
  return {
    ...(typeof draft === 'string' ? { draft } : {}),
    ...(Number.isSafeInteger(citation) ? { citation: citation as number } : {}),
    filter: FILTERS.find((one) => one === filter) ?? 'all',
  };
}
