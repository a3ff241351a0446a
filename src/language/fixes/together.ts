import type { Replacement } from './fix';

/** Each way to do one thing with each way to do another, the first ways first. */
export function* together(
  some: Iterable<readonly Replacement[]>,
  others: readonly (readonly Replacement[])[],
): Generator<Replacement[]> {
  for (const one of some) for (const other of others) yield [...one, ...other];
}
