import { fork, type ChildProcess } from 'node:child_process';
import type { SourceDocument } from '#corpus-index';
import type { ReadFailure } from './failure';
import type { ReadFormat } from './formats';
import { megabytes } from './megabytes';

export interface FormattedFile {
  readonly path: string;
  readonly format: ReadFormat;
  /** In lower case, without its stop. */
  readonly ending: string;
}

/** Reads the bytes of a file of a format other than text. */
export type ReadFormatted = (file: FormattedFile, bytes: Uint8Array) => Promise<SourceDocument | ReadFailure>;

export interface FormatReaderLimits {
  /** Milliseconds for one file. */
  readonly time: number;
  /** Bytes that a file may make the reading process grow by. */
  readonly memory: number;
}

/** What the process is asked. */
export interface FormatOrder {
  readonly file: FormattedFile;
  readonly bytes: Uint8Array;
  readonly limits: FormatReaderLimits;
}

/** What it answers. */
export interface FormatAnswer {
  readonly read: SourceDocument | ReadFailure;
  /** Bytes that the process has in memory. */
  readonly size: number;
}

const FORMAT_LIMITS: FormatReaderLimits = { time: 30_000, memory: 512 * 1024 * 1024 };

/** So long the process waits for another file before it is ended and gives its memory back; in milliseconds. */
const PATIENCE = 20_000;

/** The process keeps to the limit of time itself; one that does not is ended so much later; in milliseconds. */
const GRACE = 2_000;

/**
 * A process that still has this share of a file's memory when the file is read is ended, so that what the next one makes it grow by does not
 * come on top.
 */
const KEPT_SHARE = 0.5;

/** After these nobody knows what is left of the memory, or whether the process answers. What a reader found itself is no harm. */
const HARMFUL: ReadonlySet<ReadFailure['code']> = new Set(['too-slow', 'too-much-memory', 'unreadable']);

/** How Node.js ends where its heap is full. */
const ABORTED: readonly (string | number | null)[] = ['SIGABRT', 134];

/**
 * Reads files one after the other in a process of its own (`script`: the bundle of format-process.ts), which hands them to a
 * thread. Whatever a file does there, it ends at most that process, and is a failure; the next file gets a new one.
 */
export function formatReader(script: string, limits: FormatReaderLimits = FORMAT_LIMITS): ReadFormatted {
  let child: ChildProcess | undefined;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (ended = child) => {
    if (!ended || child !== ended) return;
    child = undefined;
    ended.kill('SIGKILL');
  };
  const startedChild = () => {
    const started = start(script);
    const gone = () => {
      end(started);
    };
    // Also while it rests: whoever is not listened to brings down those who started it.
    return started.on('error', gone).on('exit', gone);
  };
  const one: ReadFormatted = async (file, bytes) => {
    clearTimeout(resting);
    if (child?.connected === false) end();
    child ??= startedChild();
    const { read, size } = await ask(child, { file, bytes, limits });
    if (('code' in read && HARMFUL.has(read.code)) || size > limits.memory * KEPT_SHARE) end();
    else resting = setTimeout(end, PATIENCE).unref();
    return read;
  };
  return (file, bytes) => {
    const reading = last.then(() => one(file, bytes));
    last = reading.catch(() => undefined);
    return reading;
  };
}

function start(script: string): ChildProcess {
  // Nothing that a file brings along may read where the process is at home, or write into the log.
  const kept = ['ELECTRON_RUN_AS_NODE', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return fork(script, [], {
    env: Object.fromEntries(kept),
    // As our own, but not to be debugged at the same port.
    execArgv: process.execArgv.filter((argument) => !argument.startsWith('--inspect')),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** What the process answers, or how it ended. Only while it is asked does it keep our own process from ending. */
function ask(child: ChildProcess, order: FormatOrder): Promise<FormatAnswer> {
  const { path } = order.file;
  child.ref();
  child.channel?.ref();
  return new Promise((resolve) => {
    const settle = (answer: FormatAnswer) => {
      clearTimeout(timer);
      child.off('message', settle).off('error', failed).off('exit', exited);
      child.unref();
      child.channel?.unref();
      resolve(answer);
    };
    const fail = (code: ReadFailure['code'], detail: string) => {
      settle({ read: { path, code, detail }, size: 0 });
    };
    const failed = (error: Error) => {
      fail('unreadable', error.message);
    };
    const exited = (code: number | null, signal: NodeJS.Signals | null) => {
      if (ABORTED.includes(signal ?? code)) fail('too-much-memory', megabytes(order.limits.memory));
      else fail('unreadable', `the reading process ended with ${signal ?? `code ${code}`}`);
    };
    const timer = setTimeout(() => {
      fail('too-slow', `${order.limits.time / 1000} s`);
    }, order.limits.time + GRACE);
    child.on('message', settle).on('error', failed).on('exit', exited);
    child.send(order, (error) => {
      if (error) failed(error);
    });
  });
}
