/**
 * What Arabic names are built of, besides words of their own. The forms are those of the usual romanisations (ALA-LC,
 * the United Nations' of 1972 and 2017, and what French, English and Turkish newspapers write), folded.
 */

/** `Ould` is the Mauritanian word. */
const SON_OF = new Set(['bin', 'ibn', 'ben', 'ibne', 'ould', 'wuld', 'weld']);
/** With the article that follows it, too: Abu'l-Khair, Aboul Gheit. */
const FATHER_OF = /^ab(?:u|ou|o|oo)l?$/;
/** Abd, Abdul, Abdel, Abdur (Rahman), Abdus (Salam). */
const SERVANT_OF = /^abd(?:[aeu][lrsntdz])?$/;
const GOD = /^all?ah?$/;
const FAITH = /^(?:[aeu]l?d)?d(?:i|ee)ne?$/;

export type ElementKind = 'word' | 'son-of' | 'father-of' | 'servant-of' | 'god' | 'faith';

export interface Element {
  readonly kind: ElementKind;
  /** The letters, folded; of an element that has its kind for a meaning, as written. */
  readonly letters: string;
}

/** Words that hold two elements; the first group is a word of its own. */
const COMPOUNDS: readonly (readonly [pattern: RegExp, kind: ElementKind, before: boolean])[] = [
  // Nasrallah, Hezbollah, Khairullah; Italian and English words in -ella, -illa are none of them.
  [/^(.{2,}?)((?:[uaoe]llah|[uo]lla))$/, 'god', false],
  // Nureddin, Salahuddin, Izzedine.
  [/^(.{2,}?)((?:[aeiou]l?d?d)(?:i|ee|ie)ne?)$/, 'faith', false],
  // Allahkaram, Allahyar.
  [/^(allah)(.{3,})$/, 'god', true],
  // Abdulaziz, Abdelkader, Abdurrahman.
  [
    /^(abd(?:[aeu]l|[aeu]r(?=r)|[aeu]s(?=s)|[aeu]n(?=n)|[aeu]z(?=z)|[aeu]d(?=d)|[aeu]t(?=t)))(.{3,})$/,
    'servant-of',
    true,
  ],
  // Abulfazl, Abolhassan.
  [/^(ab(?:u|ou|o)l)(.{4,})$/, 'father-of', true],
];

/** The elements of one folded word, one or two: `abdulrahman` is servant-of and `rahman`. */
export function elementsOf(term: string): readonly Element[] {
  let elements = known.get(term);
  if (!elements) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(term, (elements = elementsIn(term)));
  }
  return elements;
}

/** So many words are remembered, then all are forgotten: the same few given names and surnames make most names. */
const MOST_KNOWN = 10_000;
const known = new Map<string, readonly Element[]>();

function elementsIn(term: string): readonly Element[] {
  const kind = kindOf(term);
  if (kind !== 'word') return [{ kind, letters: term }];
  for (const [pattern, compoundKind, before] of COMPOUNDS) {
    const [, first, second] = pattern.exec(term) ?? [];
    if (first === undefined || second === undefined) continue;
    return before
      ? [{ kind: compoundKind, letters: first }, wordOrElement(second)]
      : [wordOrElement(first), { kind: compoundKind, letters: second }];
  }
  return [{ kind: 'word', letters: term }];
}

const wordOrElement = (letters: string): Element => ({ kind: kindOf(letters), letters });

function kindOf(term: string): ElementKind {
  if (SON_OF.has(term)) return 'son-of';
  if (FATHER_OF.test(term)) return 'father-of';
  if (SERVANT_OF.test(term)) return 'servant-of';
  if (GOD.test(term)) return 'god';
  return FAITH.test(term) ? 'faith' : 'word';
}

/** What an article written in one word with its noun leaves of it: Alhosseini, Elbaradei, Assuri. */
const ATTACHED = /^(?:[ae]l(?=.{4})|[ae](?:s|n|z|d|t|r)(?=([sznrdt]).{3}))/;

/** The noun behind an article that is written in one word with it; nothing where the word has none. */
export function behindAttachedArticle(term: string): string | undefined {
  const article = ATTACHED.exec(term);
  if (!article) return undefined;
  const noun = term.slice(article[0].length);
  // An assimilated article doubles the letter that it stands before.
  return article[1] === undefined || article[0].endsWith(article[1]) ? noun : undefined;
}

/** Urdu and Bengali: Ziaul Haq, Saifur Rahman, Salahud Din. */
const ATTACHED_BEHIND = /^(.{3,})u[lrd]$/;

/** The word before an article that is written in one word with it; nothing where the word ends in none. */
export const beforeAttachedArticle = (term: string): string | undefined => ATTACHED_BEHIND.exec(term)?.[1];

/** An article as it is written so. */
const ATTACHABLE = /(?:^|[\s-])u[lrd][\s-]/iu;

/** A word with the article behind it in one word, `written` being the article with what follows it. */
export const withAttachedArticle = (word: string, written: string): string[] =>
  ATTACHABLE.test(written) ? ['ul', 'ur', 'ud'].map((article) => word + article) : [];
