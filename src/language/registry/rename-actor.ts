import { fold, readActors, type Actor } from '#corpus-index';
import { setScalar, setTexts } from './minimal-edits';
import { BROKEN, BY_HAND, guardedEach, type RegistryChange } from './registry-change';
import { readRegistry, textsOf } from './registry-document';

/**
 * Gives an actor another house spelling. The old one becomes an alias, so that sources and drafts that have it still name the
 * actor; if the new one was an alias, the two change places.
 */
export function renameActor(text: string, id: string, wanted: string): RegistryChange {
  const name = wanted.replace(/\s+/g, ' ').trim();
  const { actors } = readActors(text);
  const actor = actors.find((one) => one.id === id);
  const registry = readRegistry(text);
  const record = registry?.records.find((one) => one.id === id);
  if (!registry || !actor) return { problem: BROKEN };
  const refused = whyNot(actor, name, actors);
  if (refused !== undefined) return { problem: refused };
  const [shown, ...others] = (record && textsOf(record.map, 'name')) ?? [];
  const aliases = record && textsOf(record.map, 'alias');
  if (!record || !shown || !aliases || shown.text !== actor.name) return { problem: BY_HAND };
  const alias = aliasesAfter(
    aliases.map((one) => one.text),
    others.map((one) => one.text),
    { old: actor.name, name },
  );
  const edits = setTexts(text, record, 'alias', alias);
  return guardedEach(text, edits && [setScalar(text, shown.node, name), ...edits], (one) =>
    one.id === id ? { ...one, name, alias: [...one.alias.filter((its) => its !== name), actor.name] } : one,
  );
}

function aliasesAfter(
  aliases: readonly string[],
  others: readonly string[],
  { old, name }: { readonly old: string; readonly name: string },
): string[] {
  const at = aliases.indexOf(name);
  if (aliases.includes(old) || others.includes(old)) return aliases.filter((one) => one !== name);
  return at < 0 ? [...aliases, old] : aliases.with(at, old);
}

function whyNot(actor: Actor, name: string, actors: readonly Actor[]): string | undefined {
  if (fold(name) === '') return 'A name needs letters. Nothing was changed.';
  if (name === actor.name) return `This is the name already: “${name}”.`;
  const key = fold(name);
  const other = actors.find(
    (one) =>
      one.id !== actor.id && [one.name, ...one.alias, ...one.previousName].some((its) => fold(its) === key),
  );
  return (
    other &&
    `“${name}” names \`${other.id}\` already, and would be ambiguous. If the two are one, merge them. Nothing was changed.`
  );
}
