import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Numbered, WorkerAnswers, WorkerReply, WorkerRequest } from './worker-messages';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The worker ended before it had answered; asked again, a new one may. */
export class WorkerLost extends Error {}

/** Asks the worker and waits for its answers. A worker that ended is started anew with the next question. */
export class WorkerClient<
  Requests extends { readonly kind: PropertyKey } = WorkerRequest,
  Answers extends object = WorkerAnswers,
> {
  /** Is told what a worker says unasked. */
  noticed: (notice: unknown) => void = () => undefined;
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 0;
  private stopped = false;

  /** `onLost` is told when the worker ended by itself: its indexes are gone. */
  constructor(
    private readonly script: string,
    private readonly onLost: (error: Error) => void,
    /** What each new worker is given at its start. */
    private readonly data: () => unknown = () => undefined,
    private readonly resourceLimits: ResourceLimits = {},
  ) {}

  ask<Request extends Requests>(content: Request): Promise<Answers[Request['kind'] & keyof Answers]> {
    if (this.stopped) return Promise.reject(new WorkerLost('the indexing thread is stopped'));
    const worker = (this.worker ??= this.start());
    const id = this.nextId++;
    const message: Numbered<Requests> = { id, content };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      worker.postMessage(message);
    });
  }

  /** Ends the worker, whatever it is at, as if it had ended by itself: the next question starts another. */
  restart(): void {
    void this.worker?.terminate();
  }

  /** For good: who still waits for an answer is told that none will come. */
  async stop(): Promise<void> {
    const { worker } = this;
    this.stopped = true;
    this.worker = undefined;
    this.rejectAll(new WorkerLost('the indexing thread is stopped'));
    await worker?.terminate();
  }

  private rejectAll(error: Error): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.data(), resourceLimits: this.resourceLimits });
    worker.on('message', (reply: WorkerReply) => {
      if ('notice' in reply) {
        this.noticed(reply.notice);
        return;
      }
      const waiting = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply.answer);
    });
    const lost = (error: Error) => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.rejectAll(new WorkerLost(error.message, { cause: error }));
      this.onLost(error);
    };
    worker.on('error', lost);
    worker.on('exit', (code) => {
      lost(new Error(`the indexing thread ended with code ${code}`));
    });
    return worker;
  }
}
