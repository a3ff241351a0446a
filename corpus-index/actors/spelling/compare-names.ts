import { fold } from '../../text/fold';
import { ordinaryWords } from '../ordinary-words';
import { compareWords } from './compare-words';
import { beforeAttachedArticle, behindAttachedArticle } from './name-elements';
import type { NamePart } from './name-parts';
import { isPatronymic } from './name-parts';
import type { Traditions } from './spelling-rules';
import { rulesFor } from './spelling-rules';

/**
 * In what a written name differs from a recorded one, if it is one of its spellings: `article el- for al-`, `i for
 * e`. Each difference once; nothing where it is another name.
 */
export function compareNames(
  recorded: readonly NamePart[],
  written: readonly NamePart[],
  traditions: Traditions,
): readonly string[] | undefined {
  const differences: string[] = [];
  let at = 0;
  let isAttached = false;
  for (const [index, part] of recorded.entries()) {
    while (at < written.length && isExtra(part, written, at))
      differences.push(`with ${written[at++]?.written ?? ''}`);
    const other = written[at++];
    if (!other) return undefined;
    // The article has been told with the word before it.
    const plain: readonly string[] | undefined = isAttached
      ? compareParts({ ...part, article: false }, { ...other, article: false }, traditions)
      : compareParts(part, other, traditions);
    const nexts = [recorded[index + 1], written[at]] as const;
    const found = plain ?? compareAttached([part, other], nexts, traditions);
    if (!found) return undefined;
    isAttached = plain === undefined;
    differences.push(...found);
  }
  return at === written.length ? [...new Set(differences)] : undefined;
}

/** An initial or a patronymic that the text has between two parts of the name. */
function isExtra(recorded: NamePart, written: readonly NamePart[], at: number): boolean {
  const part = written[at];
  if (!part || at === 0 || at + 1 >= written.length) return false;
  return isAddition(part) && !isAddition(recorded);
}

const isAddition = ({ kind, letters }: NamePart): boolean => kind === 'initial' || isPatronymic(letters);

function compareParts(recorded: NamePart, written: NamePart, traditions: Traditions): string[] | undefined {
  if (recorded.kind !== written.kind) return undefined;
  if (recorded.kind !== 'word') return compareElements(recorded, written);
  const joined = compareJoinedArticle(recorded, written, traditions);
  if (joined) return joined;
  const article = recorded.article && written.article;
  const words = compareLetters(recorded, written, traditions, article);
  return words && [...articleDifference(recorded, written), ...words];
}

/** Initials must agree; bin and ibn, Abdul and Abd al- mean the same. */
function compareElements(recorded: NamePart, written: NamePart): string[] | undefined {
  if (recorded.letters === written.letters) return [];
  return recorded.kind === 'initial' ? undefined : [`${written.letters} for ${recorded.letters}`];
}

/** An article written in one word with its noun on one side, apart on the other: Alhosseini, al-Hosseini. */
function compareJoinedArticle(
  recorded: NamePart,
  written: NamePart,
  traditions: Traditions,
): string[] | undefined {
  if (recorded.article === written.article || !traditions.arabic) return undefined;
  const [apart, joined] = recorded.article ? [recorded, written] : [written, recorded];
  const noun = behindAttachedArticle(joined.letters);
  const words =
    noun === undefined ? undefined : compareWords(apart.letters, noun, rulesFor(traditions, true));
  return words && [recorded.article ? 'article in one word with the name' : 'article apart', ...words];
}

/** The article behind a word, written in one word with it on one side and apart on the other: Ziaul Haq, Zia ul-Haq. */
function compareAttached(
  [part, other]: readonly [NamePart, NamePart],
  [nextPart, nextOther]: readonly [NamePart | undefined, NamePart | undefined],
  traditions: Traditions,
): string[] | undefined {
  if (!traditions.arabic || part.kind !== 'word' || other.kind !== 'word') return undefined;
  if (!nextPart || !nextOther || nextPart.article === nextOther.article) return undefined;
  const [apart, joined] = nextPart.article ? [part, other] : [other, part];
  const word = beforeAttachedArticle(joined.letters);
  const words =
    word === undefined ? undefined : compareWords(apart.letters, word, rulesFor(traditions, false));
  return (
    words && [nextPart.article ? 'article in one word with the name before it' : 'article apart', ...words]
  );
}

/** Words that are common in English are written in one way, else "Bell" were a spelling of "Bill". */
function compareLetters(
  recorded: NamePart,
  written: NamePart,
  traditions: Traditions,
  article: boolean,
): readonly string[] | undefined {
  if (recorded.letters === written.letters) return [];
  const rules = ordinaryWords.has(recorded.letters) ? [] : rulesFor(traditions, article);
  return compareUmlauts(recorded, written) ?? compareWords(recorded.letters, written.letters, rules);
}

/** Whether two folded words may be one by the rules of any tradition. */
export const mayBeSpelled = (recorded: string, written: string): boolean =>
  compareWords(recorded, written, rulesFor(ALL_TRADITIONS, true)) !== undefined ||
  withoutUmlauts(recorded) === withoutUmlauts(written);

const ALL_TRADITIONS: Traditions = { arabic: true, persian: true, slavic: true };
const withoutUmlauts = (letters: string): string => letters.replace(/(?<=[aou])e|(?<=a)a/g, '');

/** German and Scandinavian letters and what stands for them where they cannot be typed; æ and ß fold so anyway. */
const TYPED_AS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const SIGNED = /[äöüøå]/;

function compareUmlauts(recorded: NamePart, written: NamePart): string[] | undefined {
  const sign = signOf(recorded) ?? signOf(written);
  if (sign === undefined || typed(recorded) !== typed(written)) return undefined;
  const letters = TYPED_AS[sign] ?? '';
  return [signOf(written) === undefined ? `${letters} for ${sign}` : `${sign} for ${letters}`];
}

const signOf = ({ written }: NamePart): string | undefined =>
  SIGNED.exec(written.normalize('NFC').toLowerCase())?.[0];

function typed({ letters, written }: NamePart): string {
  const lower = written.normalize('NFC').toLowerCase();
  if (!SIGNED.test(lower)) return letters;
  return fold(lower.replace(/[äöüøå]/g, (sign) => TYPED_AS[sign] ?? sign));
}

function articleDifference(recorded: NamePart, written: NamePart): string[] {
  const [before, now] = [articleOf(recorded), articleOf(written)];
  if (before === now) return [];
  if (now === '') return [`without ${before}`];
  return before === '' ? [`with ${now}`] : [`article ${now} for ${before}`];
}

const articleOf = ({ article, written }: NamePart): string =>
  article ? `${(/^[\p{L}\p{M}]+/u.exec(written)?.[0] ?? '').toLowerCase()}-` : '';
