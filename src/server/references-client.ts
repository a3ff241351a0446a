import type { PrintAnswers, PrintRequest } from './references-messages';
import { WorkerClient, WorkerLost } from './worker-client';

/** A style that has not printed after so long never will; in milliseconds. */
const PATIENCE = 20_000;

/**
 * Asks the thread that prints references. It is started with the first question, and ended where it does not answer:
 * the next question starts another.
 */
export class ReferencesClient {
  private client: WorkerClient<PrintRequest, PrintAnswers> | undefined;

  constructor(
    private readonly script: string,
    private readonly patience = PATIENCE,
  ) {}

  async ask<Request extends PrintRequest>(content: Request): Promise<PrintAnswers[Request['kind']]> {
    const client = (this.client ??= new WorkerClient(this.script, () => undefined));
    const timer = setTimeout(() => {
      if (this.client === client) this.client = undefined;
      void client.stop();
    }, this.patience);
    try {
      return await client.ask(content);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      throw new Error(
        `nothing was printed in ${this.patience / 1000} seconds, or the thread that prints ended`,
        {
          cause: error,
        },
      );
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.client?.stop();
  }
}
