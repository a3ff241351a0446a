import { franc } from 'franc-min';

/** Fewer letters tell no language from its neighbours. */
const SHORTEST = 200;

/** So many characters are looked at: more tell nothing new and take longer. */
const SAMPLE = 4000;

/** The language of a text as a BCP 47 tag, told from its words; undefined where it is too short or like no other. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const code = franc(sample, { minLength: SHORTEST });
  return code === 'und' ? undefined : plainTag(code);
}

/** A tag as somebody wrote it, in its usual form: `en_us` is `en-US`, `eng` is `en`. */
export function plainTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
