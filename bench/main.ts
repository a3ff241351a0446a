/**
 * npm run bench [-- MEASURE...] [--passages 100000] [--rounds 5] [--seed 1] [--text DIR] [--compare old.json]
 *
 * Each measure prints its figures (medians over the rounds, each with inputs of its own, and the 95th percentile of single ones) and
 * writes them to dist/bench/MEASURE.json; --compare shows what changed since such a file was written.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { actors } from './actors/measure';
import { compareFigures } from './compare';
import { loadCorpus } from './corpus/load-corpus';
import { FIGURE_HEADINGS, figureRow, type Figure } from './figures';
import type { Measure } from './measure';
import { keystrokes } from './quotations/keystrokes';
import { quotations } from './quotations/measure';
import { search } from './search/measure';
import { server } from './server/measure';
import { sharedCorpus } from './shared-corpus/measure';

const MEASURES: Readonly<Record<string, Measure>> = {
  quotations,
  keystrokes,
  actors,
  search,
  server,
  'shared-corpus': sharedCorpus,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    text: { type: 'string' },
    out: { type: 'string', default: path.join('dist', 'bench') },
    compare: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const wanted = positionals.length > 0 ? positionals : Object.keys(MEASURES);
  for (const name of wanted)
    if (!MEASURES[name])
      throw new Error(`There is no measure "${name}": choose of ${Object.keys(MEASURES).join(', ')}.`);
  const [seed, rounds] = [Number(values.seed), Number(values.rounds)];
  const corpus = loadCorpus(Number(values.passages), seed, values.text);
  console.log(`Corpus: ${corpus.description}.`);
  console.log(`Machine: ${machine()}.`);
  const old = values.compare === undefined ? undefined : readFigures(values.compare);
  for (const name of wanted) {
    console.log(`\n${name}\n${FIGURE_HEADINGS}`);
    const figures: Figure[] = [];
    for await (const figure of MEASURES[name]?.({ corpus, seed, rounds }) ?? []) {
      figures.push(figure);
      console.log(figureRow(figure, figures));
    }
    if (old) compareFigures(old, figures);
    const file = path.join(values.out, `${name}.json`);
    fs.mkdirSync(values.out, { recursive: true });
    const content = { version: 1, machine: machine(), corpus: corpus.description, figures };
    fs.writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
    console.log(`\nWritten to ${file}.`);
  }
}

const machine = (): string =>
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node.js ${process.version}, load ${os.loadavg()[0]?.toFixed(1) ?? '?'}`;

const readFigures = (file: string): Figure[] =>
  (JSON.parse(fs.readFileSync(file, 'utf8')) as { figures: Figure[] }).figures;

void main();
