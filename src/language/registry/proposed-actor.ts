import { nameKey, words, type DiscoveredName } from '#corpus-index';
import type { ActorToAdd } from './add-actor';

/** The record that a discovered name is added as: bare surnames are weak, as others may bear them. */
export function proposedActor({ name, schema, variants }: DiscoveredName): Required<ActorToAdd> {
  const own = nameKey(name);
  const forms = variants.map(({ text }) => text).filter((text) => nameKey(text) !== own);
  const isWeak = (text: string) => schema === 'Person' && tellingWords(text) === 1 && tellingWords(name) > 1;
  return {
    name,
    schema,
    alias: forms.filter((text) => !isWeak(text)),
    weakAlias: forms.filter(isWeak),
  };
}

/** A short word in small letters or an article tells nothing: "al-Nuri", "bin Laden". */
const tellingWords = (text: string): number =>
  words(text).filter(({ term, start }) => term !== 'al' && /\p{Lu}/u.test(text.charAt(start))).length;
