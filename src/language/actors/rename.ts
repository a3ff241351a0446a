import { touches, type Actor, type Span } from '#corpus-index';
import type { Draft } from '../draft';
import type { Replacement } from '../fixes/fix';
import { applyReplacements } from '../fixes/replacements';
import { parseDraft } from '../parse-draft';
import { readRegistry, textsOf } from '../registry/registry-document';
import { inCapitalsOf, spelled } from './house-spelling';
import { ownWords } from './own-words';
import { shownMentions, type SubjectContext } from './subject';

/** An actor that can be renamed here, or why none can, for a person. */
export type Renaming =
  { readonly actor: Actor; readonly span: Span; readonly problem?: undefined } | { readonly problem: string };

/** The actor that a name in a draft's own words means. Undefined where no name stands. */
export function renamingInDraft(context: SubjectContext, draft: Draft, offset: number): Renaming | undefined {
  const mention = shownMentions(context.actors, draft).find((one) => touches(one, offset));
  if (!mention) return undefined;
  const [id = '', ...others] = mention.actors;
  if (others.length > 0)
    return { problem: `This name can mean ${mention.actors.join(' or ')}: rename the actor in actors.yaml.` };
  const actor = context.actors.actor(id);
  if (!actor) return undefined;
  return ownWords(draft)(mention)
    ? { actor, span: mention }
    : {
        problem:
          'A name in a quotation or citation stands as its source has it: rename it in your own words.',
      };
}

/** The actor whose `name` stands at an offset of actors.yaml. Keys and other names are not renamed. */
export function renamingInRegistry(
  actors: readonly Actor[],
  text: string,
  offset: number,
): Renaming | undefined {
  const records = readRegistry(text)?.records ?? [];
  for (const { id, map } of records) {
    const [name] = textsOf(map, 'name') ?? [];
    const [start = 0, end = 0] = name?.node.range ?? [];
    const actor = actors.find((one) => one.id === id);
    if (actor && name && touches({ start, end }, offset)) return { actor, span: { start, end } };
  }
  return {
    problem: 'Put the cursor on the value of `name:`. Ids never change, and other names are edited by hand.',
  };
}

/**
 * The uses of an actor's name in a draft's own words, with the new name in their place. Quotations and citations stay as they
 * are: undefined where the new name would make others of them.
 */
export function renameInDraft(
  { actors }: SubjectContext,
  draft: Draft,
  actor: Actor,
  name: string,
): Replacement[] | undefined {
  const isOwn = ownWords(draft);
  const edits = shownMentions(actors, draft)
    .filter(({ actors: [id, ...others] }) => id === actor.id && others.length === 0)
    .filter(isOwn)
    .flatMap(({ start, end }) => {
      const written = draft.text.slice(start, end);
      return spelled(written) === spelled(actor.name)
        ? [{ start, end, text: inCapitalsOf(name, written) }]
        : [];
    });
  return edits.length === 0 || isUnharmed(draft, edits) ? edits : undefined;
}

function isUnharmed(draft: Draft, edits: readonly Replacement[]): boolean {
  const after = parseDraft(applyReplacements(draft.text, edits));
  return shapeOf(after) === shapeOf(draft);
}

/** What is quoted and cited, and how much is no prose. */
const shapeOf = ({ quotations, citations, unread, opaque }: Draft): string =>
  JSON.stringify([
    quotations.map(({ text }) => text),
    citations.map(({ key }) => key),
    unread.length,
    opaque.length,
  ]);
