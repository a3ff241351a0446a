import { cutsWords } from '../cut-words';
import { isSameForm, isWord, type Tokens } from '../tokens';
import type { Step } from './edit-script';

/** So near to its end the word may stand in the source. */
const NEAR = 8;

/** So many tokens left out between it and the others are told as that; of more, that it is added. */
const MOST_OMITTED = 2;

/**
 * The steps with one word at an end of the quotation told as a changed one of the source's, or as one with words left out beside it.
 * To drop it is cheaper, as the source may go on there as it likes, but "since 1940" stands for "since 1904".
 */
export function withChangedEnds(steps: readonly Step[], quotation: Tokens, source: Tokens): readonly Step[] {
  const first = steps.findIndex(isPlaced);
  const last = steps.findLastIndex(isPlaced);
  const [from, to] = [steps[first]?.source ?? -1, (steps[last]?.source ?? -1) + 1];
  if (from < 0) return steps;
  const lead = changedAlong(steps.slice(0, first).reverse(), from - 1, -1, quotation, source).reverse();
  const tail = changedAlong(steps.slice(last + 1), to, 1, quotation, source);
  const start = lead.find(isPlaced)?.source ?? from;
  const end = (tail.findLast(isPlaced)?.source ?? to - 1) + 1;
  return [
    ...(start < from && !cutsWords(source, source.text, start, to) ? lead : steps.slice(0, first)),
    ...steps.slice(first, last + 1),
    ...(end > to && !cutsWords(source, source.text, from, end) ? tail : steps.slice(last + 1)),
  ];
}

const isPlaced = ({ source }: Step): boolean => source >= 0;

/** Added tokens, the innermost first, one of them a word, as the source's tokens from `at` on; as they are where they do not pair. */
function changedAlong(
  added: readonly Step[],
  at: number,
  step: 1 | -1,
  quotation: Tokens,
  source: Tokens,
): Step[] {
  const [word, ...marks] = added;
  const pairs =
    word?.kind === 'added' &&
    isWord(quotation, word.quotation) &&
    marks.every((one) => one.kind === 'added' && !isWord(quotation, one.quotation)) &&
    isWordOf(source, at);
  if (!pairs) return [...added];
  const away = distance(quotation, word.quotation, source, at, step);
  if (away > MOST_OMITTED) return [...added];
  const omitted = Array.from({ length: away }, (_, index): Step => ({
    kind: 'omitted',
    quotation: -1,
    source: moved(at, index, step),
  }));
  const own: Step = { ...word, kind: away > 0 ? 'same' : 'changed', source: moved(at, away, step) };
  const [mark, ...others] = marks;
  const next = own.source + step;
  const isTheirs =
    mark && next >= 0 && next < source.length && isSameForm(quotation, mark.quotation, source, next);
  return [
    ...omitted,
    own,
    ...(isTheirs ? [{ ...mark, kind: 'same', source: next } as const, ...others] : marks),
  ];
}

/** The token so many others on. Multiplied by -1, none would be -0: no integer to V8, and all that is compiled for tokens thrown away. */
const moved = (at: number, by: number, step: 1 | -1): number => (step < 0 ? at - by : at + by);

const isWordOf = (source: Tokens, at: number): boolean => at >= 0 && at < source.length && isWord(source, at);

/** How far from `at` the word stands in the source; 0 where it does not stand near. */
function distance(quotation: Tokens, word: number, source: Tokens, at: number, step: 1 | -1): number {
  for (let away = 1; away < NEAR; away++) {
    const other = moved(at, away, step);
    if (other >= 0 && other < source.length && isSameForm(quotation, word, source, other)) return away;
  }
  return 0;
}
