import type { CslName } from './source-record';

/** A name as it is read: given name first; a literal as it stands. */
export const displayName = (name: CslName): string =>
  name.literal ?? [name.given, name.family].filter((part) => part !== undefined && part !== '').join(' ');

/** A name as running text has it: the family name, an institution whole. */
export const shortName = (name: CslName): string => name.family ?? name.literal ?? name.given ?? '';

/** Small words that belong to the family name behind them. */
const PARTICLES = /^(?:al|el|von|van|der|den|de|del|della|di|da|du|la|le|bin|ibn|ben|abu|af|zu|ter|ten)$/i;

/** The family name of a name written given name first, or in front of its comma: with its particles. */
export function familyName(name: string): string {
  const [beforeComma = '', rest] = name.split(',');
  if (rest !== undefined) return beforeComma.trim();
  const words = name.trim().split(/\s+/);
  let first = words.length - 1;
  while (first > 1 && PARTICLES.test(words[first - 1] ?? '')) first--;
  return words.slice(first).join(' ');
}
