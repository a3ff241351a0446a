import type { RecordProblem } from './problem';

/** Problems in the order of the file, their spans without the line breaks that YAML counts to a value. */
export function inOrder(problems: readonly RecordProblem[], text: string): RecordProblem[] {
  return problems
    .map((problem) => ({ ...problem, span: trimmed(problem, text) }))
    .sort((a, b) => a.span.start - b.span.start);
}

function trimmed({ span: { start, end } }: RecordProblem, text: string): RecordProblem['span'] {
  return {
    start,
    end: start + Math.max(text.slice(start, end).trimEnd().length, Math.min(1, text.length - start)),
  };
}
