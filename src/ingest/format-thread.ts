import { Worker } from 'node:worker_threads';
import type { FormatReply, FormatRequest } from './format-messages';
import { megabytes } from './megabytes';
import type { FormatReaderLimits, ReadFormatted } from './format-reader';

/** How often the process's memory is looked at, which takes some ten microseconds; in milliseconds. */
const LOOK = 10;

const MEGABYTE = 1024 * 1024;

/** Of the memory, what the thread's heap may have: the rest is for buffers, such as an archive is unpacked into. */
const HEAP_SHARE = 0.75;

type Answer =
  FormatReply | { readonly code: 'too-slow' | 'too-much-memory' | 'unreadable'; readonly detail: string };

/**
 * Reads files one after the other in a thread of its own (`script`: the bundle of format-worker.ts). A file that takes too long,
 * wants too much memory or brings the thread down is a failure; the next file gets a new thread. A thread can bring its process
 * down, where one allocation goes far beyond its heap: see format-reader.ts. It rests as long as its process does.
 */
export function threadReader(script: string, limits: FormatReaderLimits): ReadFormatted {
  let worker: Worker | undefined;
  let nextId = 0;
  let last: Promise<unknown> = Promise.resolve();
  const end = () => {
    void worker?.terminate();
    worker = undefined;
  };
  const start = () => {
    const started = startWorker(script, limits);
    // What a file left behind may fail when the file has long been read. The next one gets a new thread then.
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    return started.on('error', forget).on('exit', forget);
  };
  const one: ReadFormatted = async ({ path, format, ending }, bytes) => {
    const asked = (worker ??= start());
    asked.ref();
    const answer = await ask(asked, { id: nextId++, format, ending, bytes }, limits);
    if ('id' in answer) {
      asked.unref();
      return 'document' in answer ? answer.document : { path, code: answer.code, detail: answer.detail };
    }
    end();
    return { path, code: answer.code, detail: answer.detail };
  };
  return (file, bytes) => {
    const reading = last.then(() => one(file, bytes));
    last = reading.catch(() => undefined);
    return reading;
  };
}

const startWorker = (script: string, { memory }: FormatReaderLimits): Worker =>
  new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: (memory * HEAP_SHARE) / MEGABYTE },
    // Nothing that a file brings along may read where the process is at home, or write into the log.
    env: {},
    stdout: true,
    stderr: true,
  });

/** The worker's answer, or why there is none; in the latter case it is of no more use. */
function ask(worker: Worker, request: FormatRequest, limits: FormatReaderLimits): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', settle).off('error', failed).off('exit', exited);
      resolve(answer);
    };
    const failed = (error: Error) => {
      settle(
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { code: 'too-much-memory', detail: megabytes(limits.memory) }
          : { code: 'unreadable', detail: error.message },
      );
    };
    const exited = (code: number) => {
      settle({ code: 'unreadable', detail: `the reading thread ended with code ${code}` });
    };
    const timer = setTimeout(() => {
      settle({ code: 'too-slow', detail: `${limits.time / 1000} s` });
    }, limits.time);
    // The thread's own limit knows of its heap only. The process does nothing but this: all that it grows by is the file's.
    const atStart = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - atStart > limits.memory)
        settle({ code: 'too-much-memory', detail: megabytes(limits.memory) });
    }, LOOK);
    worker.on('message', settle).on('error', failed).on('exit', exited);
    worker.postMessage(request);
  });
}
