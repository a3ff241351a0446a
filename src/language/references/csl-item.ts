import type { CslName, Source, SourceRecord } from '#corpus-index';
import { cslDateOf, isDateVariable } from './csl-dates';
import { cslNamesOf, isNameVariable } from './csl-names';
import { bareDoi } from './same-work';

/** A reference as CSL JSON has it: names and dates in their parts, everything else a text or a number. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: unknown;
}

/** What is read of a record or a source: enough to print it. */
type Described = Pick<Source, 'key' | 'title' | 'author' | 'issued' | 'site' | 'url'>;

/** A record of sources.yaml as a CSL item; what is no CSL is left out. */
export function itemOfRecord({ id, csl = {}, issued }: SourceRecord): CslItem {
  const variables = Object.entries(csl).flatMap(([name, value]): [string, unknown][] => {
    const read = variableOf(name, value, issued);
    return read === undefined ? [] : [[name, read]];
  });
  const type = csl['type'];
  return {
    ...Object.fromEntries(variables),
    id,
    type: typeof type === 'string' && type !== '' ? type : 'document',
  };
}

/** A source without a record: what its text states of it. */
export function itemOfSource({ key, title, author, issued, site, url }: Described): CslItem {
  return {
    id: key,
    type: site === undefined && url === undefined ? 'document' : 'webpage',
    ...(title !== undefined && { title }),
    ...(author.length > 0 && { author: author.map(nameOf) }),
    ...(issued !== undefined && { issued: cslDateOf(issued) }),
    ...(site !== undefined && { 'container-title': site }),
    ...(url !== undefined && { URL: url }),
  };
}

function variableOf(name: string, value: unknown, issued: string | undefined): unknown {
  if (isNameVariable(name)) return cslNamesOf(value);
  if (isDateVariable(name)) return cslDateOf(value, name === 'issued' ? issued : undefined);
  // Styles put the address in front of it.
  if (name === 'DOI' && typeof value === 'string') return bareDoi(value) || undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return value;
  if (name === 'keyword' && Array.isArray(value)) return value.map(String).join(', ');
  return undefined;
}

/** Particles and suffixes cannot be told from a name as written: its last word is the family name. */
function nameOf(name: string): CslName {
  const parts = /^(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*)*)\s+(\p{Lu}[\p{L}'’-]+)$/u.exec(name.trim());
  const [, given, family] = parts ?? [];
  return given !== undefined && family !== undefined && given.split(/\s+/).length < 4
    ? { given, family }
    : { literal: name };
}
