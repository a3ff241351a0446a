import type { Steps } from '#corpus-index';

/** The thread is not held longer than this before others get their turn; in milliseconds, a single step aside. */
export const SLICE = 10;

/** Lets the thread answer what has come in meanwhile. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does work in steps, with pauses: what is asked meanwhile is answered. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (let rested = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - rested < SLICE) continue;
    await rest();
    rested = performance.now();
  }
}
