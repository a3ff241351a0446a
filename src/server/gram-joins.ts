import type { Corpus } from '#corpus-index';
import { collectGarbageSoon } from './collect-garbage';
import { WorkerLost, type WorkerClient } from './worker-client';

/**
 * Has the worker make one table of the word grams of all sources, where enough have come: this thread answers hovers meanwhile,
 * by the tables that are there.
 */
export class GramJoins {
  private joining: Promise<void> | undefined;

  constructor(
    private readonly corpus: Corpus,
    private readonly worker: WorkerClient,
    /** Whether more sources are on their way. */
    private readonly isReading: () => boolean,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Sources have come. */
  sourcesCame(): void {
    const join = this.joining ? undefined : this.corpus.gramsToJoin(this.isReading());
    if (!join) return;
    this.joining = this.worker
      .ask({ kind: 'join-grams', parts: join.parts })
      .then((table) => {
        this.corpus.joinGrams(join, table);
        collectGarbageSoon();
        this.joining = undefined;
        this.sourcesCame();
      })
      .catch((error: unknown) => {
        // Not again before more sources come: what failed once fails again. Of a worker that ended everything is read anew.
        this.joining = undefined;
        if (!(error instanceof WorkerLost)) this.failed(error);
      });
  }
}
