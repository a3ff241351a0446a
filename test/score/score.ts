/**
 * Scores verdicts on quotations made from the real articles by chance: npm run score [-- --each 50 --seed 1 --show]
 * For each kind: how many were judged as they should be, and for true ones how many at the right place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { Corpus, isAccepted, judgeQuotation, splitText, type Judgement } from '#corpus-index';
import { readQuotation } from '../../src/language/quotations/read-quotation';
import { chance } from '../../bench/chance';
import { corpusPath } from '../support/corpus';
import { QuotationMaker, type LabelledQuotation } from './labelled-quotations';

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
  },
});

if (corpusPath === undefined)
  throw new Error('The real articles are not here: set SOURCEWRIGHT_CORPUS to their folder.');
const corpus = new Corpus();
for (const name of readdirSync(corpusPath)) {
  const text = readFileSync(path.join(corpusPath, name), 'utf8');
  corpus.put({ path: name, format: 'text', text, reading: { text }, ...splitText(text) });
}
const made = new QuotationMaker(corpus.sources, chance(Number(values.seed))).make(Number(values.each));
const rows = new Map<string, { all: number; right: number; placed: number; isTrue: boolean }>();
for (const one of made) {
  const judgement = judge(one);
  const row = rows.get(one.kind) ?? { all: 0, right: 0, placed: 0, isTrue: one.isTrue };
  const right = isAccepted(judgement.verdict) === one.isTrue;
  const placed = judgement.place?.n === one.n;
  rows.set(one.kind, {
    ...row,
    all: row.all + 1,
    right: row.right + Number(right),
    placed: row.placed + Number(placed),
  });
  if (values.show && (!right || (one.isTrue && !placed)))
    console.log(
      `${one.kind}: ${judgement.verdict} ${judgement.reason ?? ''} [${one.source}, ${one.n ?? ''} → ${judgement.place?.n ?? ''}] ${JSON.stringify(one.quote)}`,
    );
}
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`.padStart(8);
for (const [kind, { all, right, placed, isTrue }] of rows) {
  console.log(
    `${kind.padEnd(20)} ${String(all).padStart(4)}  ${isTrue ? 'accepted' : 'flagged '} ${percent(right, all)}${isTrue ? `  place right ${percent(placed, all)}` : ''}`,
  );
}
const total = (isTrue: boolean) =>
  [...rows.values()]
    .filter((row) => row.isTrue === isTrue)
    .reduce((sum, row) => ({ all: sum.all + row.all, right: sum.right + row.right }), { all: 0, right: 0 });
for (const isTrue of [true, false]) {
  const { all, right } = total(isTrue);
  console.log(
    `${isTrue ? 'true ones accepted' : 'false ones flagged'}: ${right} of ${all}, ${percent(right, all).trim()}`,
  );
}

function judge({ quote, source }: LabelledQuotation): Judgement {
  return judgeQuotation(corpus, [{ text: quote }, readQuotation(quote)], [{ key: source }]);
}
