import type { CslName } from './source-record';
import type { YamlValue } from './yaml-value';

/**
 * The names of a CSL `author`: records of name parts, or texts, alone or in a list. What is no name goes
 * to `wrong`. Particles are joined to the part they stand beside, as citation styles print them.
 */
export function cslNames(value: YamlValue, wrong: (value: YamlValue) => void): CslName[] {
  if (value.kind === 'list') return value.items.flatMap((item) => cslNames(item, wrong));
  if (value.kind === 'text') return value.text === '' ? [] : [{ literal: value.text }];
  if (value.kind === 'empty') return [];
  const name = nameOf(new Map(value.fields.flatMap((field) => partOf(field.name, field.value))));
  if (name) return [name];
  wrong(value);
  return [];
}

function nameOf(parts: ReadonlyMap<string, string>): CslName | undefined {
  const literal = parts.get('literal');
  if (literal !== undefined) return { literal };
  const family = joined(parts.get('non-dropping-particle'), parts.get('family'));
  const given = joined(parts.get('given'), parts.get('dropping-particle'));
  if (family === undefined && given === undefined) return undefined;
  return { ...(family !== undefined && { family }), ...(given !== undefined && { given }) };
}

const partOf = (name: string, value: YamlValue): [string, string][] =>
  value.kind === 'text' && value.text !== '' ? [[name, value.text]] : [];

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length > 0 ? present.join(' ') : undefined;
}
