import type { PrintAnswers, PrintRequest } from './references-messages';
import { WorkerClient, WorkerLost } from './worker-client';

/** A style that has not printed after so long never will; in milliseconds. */
const PATIENCE = 20_000;

/** For a library of tens of thousands of references; a style that grows beyond it never ends. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/**
 * Asks the thread that prints references, and reads those of other programs. It is started with the first question, and ended
 * where it does not answer: the next question starts another.
 */
export class ReferencesClient {
  private running: Running | undefined;

  constructor(
    private readonly script: string,
    private readonly patience = PATIENCE,
  ) {}

  async ask<Request extends PrintRequest>(content: Request): Promise<PrintAnswers[Request['kind']]> {
    const running = (this.running ??= this.start());
    if (running.open++ === 0) this.wind(running);
    try {
      return await running.client.ask(content);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const seconds = this.patience / 1000;
      const why = `it took more than ${seconds} seconds, or more memory than there is for it`;
      throw new Error(why, { cause: error });
    } finally {
      running.open--;
      this.wind(running);
    }
  }

  async stop(): Promise<void> {
    await this.running?.client.stop();
  }

  private start(): Running {
    const nothing = () => undefined;
    return { client: new WorkerClient(this.script, nothing, nothing, LIMITS), open: 0, clock: undefined };
  }

  /** The thread answers one question after the other: with each answer the time of the next one begins. */
  private wind(running: Running): void {
    clearTimeout(running.clock);
    if (running.open === 0) return;
    running.clock = setTimeout(() => {
      if (this.running === running) this.running = undefined;
      void running.client.stop();
    }, this.patience);
  }
}

interface Running {
  readonly client: WorkerClient<PrintRequest, PrintAnswers>;
  /** Questions without an answer. */
  open: number;
  clock: NodeJS.Timeout | undefined;
}
