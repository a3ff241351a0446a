import { nameKey } from '../name-words';

let known: ReadonlySet<string> | undefined;

/** Whether a name is that of a state or territory, as English has it: from the platform's own list (Unicode CLDR). */
export const isCountryName = (name: string): boolean => (known ??= countryNames()).has(nameKey(name));

function countryNames(): ReadonlySet<string> {
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const names = new Set<string>(
    [
      'britain',
      'england',
      'scotland',
      'wales',
      'america',
      'korea',
      'soviet union',
      'north korea',
      'south korea',
    ].map(nameKey),
  );
  for (let first = A; first <= Z; first++)
    for (let second = A; second <= Z; second++) {
      const name = regions.of(String.fromCharCode(first, second));
      if (name !== undefined && !BODIES.has(name)) names.add(nameKey(name));
    }
  return names;
}

const A = 65;
const Z = 90;
/** Have a code of their own, too. */
const BODIES = new Set(['United Nations', 'European Union', 'Eurozone']);
