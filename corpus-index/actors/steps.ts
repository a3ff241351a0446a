/** Work that is done in steps: between two of them others get their turn. */
export type Steps<Result> = Generator<undefined, Result>;

/** So many actors are worked on in one step: a millisecond or two. */
export const OF_ONE_STEP = 64;

/** The result of work that is done without a pause. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
