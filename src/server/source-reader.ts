import { failureOf, type ReadFailure } from '../ingest/failure';
import type { SentSource } from './sent-source';
import { WorkerLost, type WorkerClient } from './worker-client';
import type { WorkerRequest } from './worker-messages';

/** What reading a folder's sources may take. */
export interface ReadingLimits {
  /** Milliseconds for one file. Those that are no text have less (`format-reader.ts`), so that this is none of their time. */
  readonly time: number;
  /** Bytes of text that are kept of all of them together. */
  readonly text: number;
}

export const READING_LIMITS: ReadingLimits = { time: 120_000, text: 1024 ** 3 };

/** A file that the worker ended with is read once more: another one may have ended it. */
const MOST_LOSSES = 2;

type ReadRequest = WorkerRequest & { readonly kind: 'read' };

/** Has the worker read one file after the other: never does it have two of a folder at once. */
export class SourceReader {
  /** How often the worker ended while it read a file. */
  private readonly losses = new Map<string, number>();
  private end: (how: 'interrupted' | 'too-slow') => void = () => undefined;

  constructor(
    private readonly worker: WorkerClient,
    private readonly time: number,
  ) {}

  /** Undefined where nobody can tell yet: the file is to be read another time. */
  async read(request: ReadRequest): Promise<SentSource | ReadFailure | undefined> {
    const { path } = request;
    const ended = new Promise<'interrupted' | 'too-slow'>((resolve) => {
      this.end = resolve;
    });
    const timer = setTimeout(this.end, this.time, 'too-slow');
    try {
      const answer = await Promise.race([this.worker.ask(request), ended]);
      if (answer === 'interrupted') return undefined;
      if (answer === 'too-slow') return this.tooSlow(path);
      this.losses.delete(path);
      return answer;
    } catch (error) {
      if (!(error instanceof WorkerLost)) return failureOf(path, error);
      this.losses.set(path, (this.losses.get(path) ?? 0) + 1);
      return this.hasGivenUp(path) ? failureOf(path, error) : undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits no longer for the file that is being read; what the worker finds of it counts for nothing. */
  interrupt(): void {
    this.end('interrupted');
  }

  /** Whether the worker ended so often with the file that it is not read again. */
  hasGivenUp(path: string): boolean {
    return (this.losses.get(path) ?? 0) >= MOST_LOSSES;
  }

  /** Files that the worker ended with may be read again. */
  forgetLosses(): void {
    this.losses.clear();
  }

  /** Only with the thread a text ends that is read without a pause. */
  private tooSlow(path: string): ReadFailure {
    this.worker.restart();
    return { path, code: 'too-slow', detail: `${this.time / 1000} s` };
  }
}
