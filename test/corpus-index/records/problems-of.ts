import type { RecordProblem } from '#corpus-index';

/** A problem as tests compare it: its code and the text it points at. */
export const pointed = (yaml: string, problems: readonly RecordProblem[]): string[] =>
  problems.map(({ code, span }) => `${code}: ${yaml.slice(span.start, span.end)}`);

/** A YAML text from its lines. */
export const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
