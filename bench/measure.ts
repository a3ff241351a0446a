import type { BenchCorpus } from './corpus/load-corpus';
import type { Figure } from './figures';

export interface Setting {
  readonly corpus: BenchCorpus;
  readonly seed: number;
  /** How often each thing is measured, each time with other inputs. */
  readonly rounds: number;
}

/** Answers one figure after the other, as each was measured. */
export type Measure = (setting: Setting) => Iterable<Figure> | AsyncIterable<Figure>;
