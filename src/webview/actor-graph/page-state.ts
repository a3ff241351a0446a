import type { GraphChoice } from '../../protocol/actor-graph-page';

export const VIEWS = ['graph', 'timeline', 'table'] as const;
export type ViewName = (typeof VIEWS)[number];

export const ROWS = ['actors', 'pairs', 'dates', 'sourceDates'] as const;
export type RowsName = (typeof ROWS)[number];

/** What the page keeps while it is hidden, and when VS Code is opened again. */
export interface PageState {
  readonly choice: GraphChoice;
  readonly view: ViewName;
  /** What the table lists. */
  readonly rows: RowsName;
  /** Ids of one actor, or of two that are named together. */
  readonly selected: readonly string[];
  /** Beginning of the dates that the timeline lists: a year, decade or century. */
  readonly period?: string;
}

const FRESH: PageState = { choice: { folder: '', minimum: 1 }, view: 'graph', rows: 'actors', selected: [] };

/** What was kept, as far as it still makes sense. */
export function readState(kept: unknown): PageState {
  if (typeof kept !== 'object' || kept === null) return FRESH;
  const { choice, view, rows, selected, period } = kept as Partial<Record<keyof PageState, unknown>>;
  return {
    choice: isChoice(choice) ? choice : FRESH.choice,
    view: VIEWS.find((one) => one === view) ?? FRESH.view,
    rows: ROWS.find((one) => one === rows) ?? FRESH.rows,
    selected: isTexts(selected) ? selected.slice(0, 2) : [],
    ...(typeof period === 'string' ? { period } : {}),
  };
}

function isChoice(value: unknown): value is GraphChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { folder, source, minimum } = value as Partial<Record<keyof GraphChoice, unknown>>;
  return (
    typeof folder === 'string' &&
    typeof minimum === 'number' &&
    (source === undefined || typeof source === 'string')
  );
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
