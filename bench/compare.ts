import { short, type Figure } from './figures';

/** Prints each figure that both have, and how many times as long it takes now. */
export function compareFigures(old: readonly Figure[], now: readonly Figure[]): void {
  console.log('\nThen and now:');
  for (const { name, unit, median } of now) {
    const before = old.find((figure) => figure.name === name);
    if (before)
      console.log(
        `${name}: ${short(before.median)} → ${short(median)} ${unit} (×${(median / before.median).toFixed(2)})`,
      );
  }
}
