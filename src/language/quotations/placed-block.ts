import type { Block, Container } from '#corpus-index';
import type { PlacedProse } from './placed-prose';

/** A block of the draft in its place; one without words has no text. */
export interface PlacedBlock {
  readonly block: Block;
  readonly placed: PlacedProse | undefined;
  /** What the block's offsets count from. */
  readonly base: number;
  /** Which stretch of the draft it was read with: equal stretches share their containers. */
  readonly stretch: number;
}

type Placed = Pick<PlacedBlock, 'block' | 'stretch'>;

/** Whether a block stands in the containers of the other one and no further ones. */
export function isSameParent(one: Placed, other: Placed, containers: readonly Container[]): boolean {
  const own = one.block.containers;
  if (own.length !== containers.length) return false;
  return (
    own.length === 0 ||
    (one.stretch === other.stretch && own.every((container, at) => container === containers[at]))
  );
}
