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
  private client: WorkerClient<PrintRequest, PrintAnswers> | undefined;

  constructor(
    private readonly script: string,
    private readonly patience = PATIENCE,
  ) {}

  async ask<Request extends PrintRequest>(content: Request): Promise<PrintAnswers[Request['kind']]> {
    const client = (this.client ??= new WorkerClient(
      this.script,
      () => undefined,
      () => undefined,
      LIMITS,
    ));
    const timer = setTimeout(() => {
      if (this.client === client) this.client = undefined;
      void client.stop();
    }, this.patience);
    try {
      return await client.ask(content);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const seconds = this.patience / 1000;
      const why = `it took more than ${seconds} seconds, or more memory than there is for it`;
      throw new Error(why, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.client?.stop();
  }
}
