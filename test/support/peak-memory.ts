import * as fs from 'node:fs';

/** How often the processes are looked at; in milliseconds. What grows between the last look and a process' end is not seen. */
const LOOK = 20;

/**
 * Watches the processes that this one has started; gives what ends the watching and tells the most bytes that one of them has had
 * in memory since it began. Undefined where the system does not say, as any but Linux.
 */
export function watchPeakMemory(): () => number | undefined {
  let peak: number | undefined;
  const look = () => {
    for (const child of children()) peak = Math.max(peak ?? 0, highWaterMark(child));
  };
  const watch = setInterval(look, LOOK);
  return () => {
    clearInterval(watch);
    look();
    return peak;
  };
}

const children = (): string[] =>
  (contentOf(`/proc/self/task/${process.pid}/children`) ?? '').split(' ').filter((pid) => pid !== '');

const highWaterMark = (pid: string): number =>
  1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(contentOf(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);

function contentOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // Another system, or a process that has ended.
    return undefined;
  }
}
