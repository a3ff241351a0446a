import type { FromGraphPage, GraphChoice } from '../../protocol/actor-graph-page';
import type { DatedChoice, Position, Range } from '../../protocol/index';

/** A message of the page, if it is one: a web view is not trusted to send nothing else. */
export function readMessage(value: unknown): FromGraphPage | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'graph': {
      const choice = readChoice(value['choice']);
      const dated = readDated(value['dated']);
      return choice && { type: 'graph', choice, ...(dated ? { dated } : {}) };
    }
    case 'passages':
      return readPassages(value);
    case 'open': {
      const { uri, range } = value;
      return typeof uri === 'string' && isRange(range) ? { type: 'open', uri, range } : undefined;
    }
    default:
      return undefined;
  }
}

/** Also of the state that the page left before VS Code was closed. */
export function readChoice(value: unknown): GraphChoice | undefined {
  if (!isRecord(value)) return undefined;
  const { folder, source, minimum } = value;
  if (typeof folder !== 'string' || !isCount(minimum)) return undefined;
  if (source !== undefined && typeof source !== 'string') return undefined;
  return { folder, minimum, ...(source === undefined ? {} : { source }) };
}

function readDated(value: unknown): DatedChoice | undefined {
  if (!isRecord(value) || !isTexts(value['actors'])) return undefined;
  const { actors, from, to } = value;
  return { actors, ...(isCount(from) ? { from } : {}), ...(isCount(to) ? { to } : {}) };
}

function readPassages({ actors, source }: Record<string, unknown>): FromGraphPage | undefined {
  if (!isTexts(actors)) return undefined;
  if (source !== undefined && typeof source !== 'string') return undefined;
  return { type: 'passages', actors, ...(source === undefined ? {} : { source }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Ids of one actor, or of two that are named together. */
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 2 && value.every((one) => typeof one === 'string');

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isPosition = (value: unknown): value is Position =>
  isRecord(value) && isCount(value['line']) && isCount(value['character']);

const isRange = (value: unknown): value is Range =>
  isRecord(value) && isPosition(value['start']) && isPosition(value['end']);
