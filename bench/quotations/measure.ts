import {
  Corpus,
  judgeAnywhere,
  judgeQuotation,
  readMarkdown,
  type Judgement,
  type Readings,
} from '#corpus-index';
import { chance } from '../chance';
import type { BenchCorpus } from '../corpus/load-corpus';
import { figureOf, memory, timeRound, type Figure, type Round } from '../figures';
import type { Measure } from '../measure';
import { makeQuotations, type MadeQuotation, type QuotationKind } from './make-quotations';
import { approximateMatch, difference } from './peers';
import { GivenCandidates, RareWordSearch } from './rare-word-search';

/** Quotations of each of the five kinds in a round. */
const EACH = 100;

/** V8 compiles what is called often: so many rounds go before those that count, as in an editor that was not opened just now. */
const WARM_UP = 5;

/** diff-match-patch takes long over a whole source: so many quotations of a round. */
const MOST_DIFFERENCES = 25;

interface Input extends MadeQuotation {
  readonly readings: Readings;
}

/** Quotations that nobody judged before: over all passages and with their citations; and what peers take. */
export const quotations: Measure = function* ({ corpus, seed, rounds }) {
  const random = chance(seed);
  // What was judged before is remembered: each measure has quotations of its own.
  const batches = () =>
    Array.from({ length: rounds + WARM_UP }, () => makeQuotations(corpus.sources, EACH, random).map(read));
  const own = new Corpus();
  for (const source of corpus.sources) own.put(source);
  yield* indexFigures(own);
  yield anywhere(own, batches());
  yield cited(own, batches());
  yield* peers(own, batches());
  yield withSearch(corpus, batches());
};

const timeRounds = (batches: readonly Input[][], work: (input: Input) => void): Round[] =>
  batches.map((batch) => timeRound(batch, work)).slice(WARM_UP);

/**
 * Markdown is read when the draft is parsed, which is measured with keystrokes. No copy by spreading: each would have a shape of its
 * own, and looking into it would count.
 */
const read = ({ kind, text, source, n }: MadeQuotation): Input => ({
  kind,
  text,
  source,
  n,
  readings: [{ text }, readMarkdown(text)],
});

/** To make the index of word grams, which is made when it is asked for. */
const ANY_WORDS = 'the first words that anybody asks for';

function indexFigures(own: Corpus): Figure[] {
  const before = memory();
  const round = timeRound([0], () => own.likeliest(ANY_WORDS, 1));
  const after = memory();
  const size = after.heap + after.external - before.heap - before.external;
  return [
    figureOf('index of word grams, built', [round]),
    { name: 'index of word grams, memory', unit: 'MB', median: size },
  ];
}

const ANYWHERE = '500 mixed, over all passages, word grams';

function anywhere(own: Corpus, batches: readonly Input[][]): Figure {
  const judged: [Input, Judgement][] = [];
  const timed = timeRounds(batches, (input) => judged.push([input, judgeAnywhere(own, input.readings)]));
  return figureOf(ANYWHERE, timed, { target: 100, note: rightness(judged) });
}

function cited(own: Corpus, batches: readonly Input[][]): Figure {
  const judged: [Input, Judgement][] = [];
  const timed = timeRounds(batches, (input) => {
    const claim = { key: input.source, paragraphs: [input.n] };
    judged.push([input, judgeQuotation(own, input.readings, [claim])]);
  });
  return figureOf('500 mixed, paragraph cited', timed, { target: 20, note: rightness(judged) });
}

const CITED_SOURCE = '500 mixed, source cited';

/** The same quotations against the cited source alone, as far as peers go: they know of no other source. */
function* peers(own: Corpus, batches: readonly Input[][]): Generator<Figure> {
  const textOf = ({ source }: Input) => own.source(source)?.text ?? '';
  const scaled = (name: string, take: number, work: (input: Input) => void, ratioTo: string) => {
    const scale = (5 * EACH) / take;
    const timed = timeRounds(
      batches.map((batch) => batch.slice(0, take)),
      work,
    ).map((round) => ({ ...round, total: round.total * scale, cpu: round.cpu * scale }));
    const note = `${take} measured, scaled to ${5 * EACH}`;
    return figureOf(name, timed, { ratioTo, ...(take < 5 * EACH ? { note } : {}) });
  };
  yield scaled(
    CITED_SOURCE,
    5 * EACH,
    (input) => judgeQuotation(own, input.readings, [{ key: input.source }]),
    ANYWHERE,
  );
  yield scaled(
    'the same, approx-string-match',
    5 * EACH,
    (input) => approximateMatch(textOf(input), input.text),
    CITED_SOURCE,
  );
  yield scaled(
    'the same, diff-match-patch',
    MOST_DIFFERENCES,
    (input) => difference(textOf(input), input.text),
    CITED_SOURCE,
  );
}

function withSearch(corpus: BenchCorpus, batches: readonly Input[][]): Figure {
  const search = new RareWordSearch(corpus);
  const own = new GivenCandidates();
  for (const source of corpus.sources) own.put(source);
  search.candidates(ANY_WORDS, MOST_WORDS);
  own.prepare(ANY_WORDS);
  const judged: [Input, Judgement][] = [];
  const timed = timeRounds(batches, (input) => {
    judged.push([input, judgeWithSearch(own, search, input)]);
  });
  const name = '500 mixed, over all passages, MiniSearch';
  return figureOf(name, timed, { target: 1000, ratioTo: ANYWHERE, note: rightness(judged) });
}

/** A quotation's rarest words find its passage best, and fewer of them sooner: more are asked for where they did not. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 4;

function judgeWithSearch(own: GivenCandidates, search: RareWordSearch, { text, readings }: Input): Judgement {
  own.given = search.candidates(text, FEWEST_WORDS);
  const judgement = judgeAnywhere(own, readings);
  if (judgement.verdict !== 'missing') return judgement;
  own.given = search.candidates(text, MOST_WORDS);
  return judgeAnywhere(own, readings);
}

const EXPECTED: Readonly<Record<QuotationKind, readonly Judgement['verdict'][]>> = {
  exact: ['verbatim'],
  typographic: ['typographic', 'verbatim'],
  ellipsis: ['editorial'],
  altered: ['altered'],
  invented: ['missing'],
};

/** How many of each kind were judged as they are, so that no figure is of wrong answers. */
function rightness(judged: readonly (readonly [Input, Judgement])[]): string {
  const right = judged.filter(([{ kind }, { verdict }]) => EXPECTED[kind].includes(verdict)).length;
  return `${((100 * right) / judged.length).toFixed(1)} % right`;
}
