/** CSL's name variables. */
const NAMES: ReadonlySet<string> = new Set([
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor'],
  ...['curator', 'director', 'editor', 'editorial-director', 'executive-producer', 'guest', 'host'],
  ...['illustrator', 'interviewer', 'narrator', 'organizer', 'original-author', 'performer', 'producer'],
  ...['recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator'],
]);

const PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'] as const;

export const isNameVariable = (variable: string): boolean => NAMES.has(variable);

/** The names of a variable: records of parts or texts, alone or in a list; undefined where there are none. */
export function cslNamesOf(value: unknown): object[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap(cslNameOf);
  return names.length > 0 ? names : undefined;
}

function cslNameOf(value: unknown): object[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ literal: value }];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const parts = PARTS.flatMap((part) => {
    const text = fields[part];
    return typeof text === 'string' && text !== '' ? [[part, text] as const] : [];
  });
  return parts.length > 0 ? [Object.fromEntries(parts)] : [];
}
