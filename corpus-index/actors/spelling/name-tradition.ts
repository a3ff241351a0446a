import type { NamePart } from './name-parts';
import { compareWords } from './compare-words';
import { spellingKey } from './spelling-key';
import type { Traditions } from './spelling-rules';
import { rulesFor } from './spelling-rules';

/** ISO 3166 codes of states whose people mostly bear names of Arabic form, and of those where Persian and Turkic ways to write them are usual. */
const ARABIC_STATES = 'ae bh dj dz eg eh iq jo km kw lb ly ma mr om ps qa sa sd so sy td tn ye';
const PERSIAN_STATES = 'af az bd in ir kg kz pk tj tm tr uz';
const SLAVIC_STATES = 'ba bg by cz hr me mk pl rs ru si sk ua';
const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const arabicStates = codes(ARABIC_STATES);
const persianStates = codes(PERSIAN_STATES);
const slavicStates = codes(SLAVIC_STATES);

/** Given names so common that they tell a name's tradition, and are no surname to tell a person by; in one spelling each. */
const COMMON_ARABIC =
  'muhammad ahmad mahmud hamid hamad hasan husain ali umar uthman khalid walid said saad saif salim salih sami samir ' +
  'yusuf ibrahim ismail ishaq yaqub musa isa dawud sulaiman yahya zakariya idris jamal kamal karim rahim latif nasir ' +
  'nasser tariq faruq faisal fahd fahad sultan salman bandar turki majid rashid hamza usama ayman adil amir amr anwar bashar ' +
  'bashir basim bilal fadl fadi faris fuad ghassan hadi hakim haidar haitham hani harun hisham ibtisam imad jabir jafar ' +
  'jalal jihad mahdi malik mansur marwan masud mazin muhsin mukhtar munir murad mustafa mutaz nabil najib nidal nizar ' +
  'nuri omran qasim rafiq raid rami ridha riyad sabri saddam sadiq safwan shadi sharif shihab tahir talal tamim taufiq ' +
  'wael wisam yasin yasir zaid ziad zuhair aisha amina fatima khadija mariam maryam leila layla zainab hanan huda iman ' +
  'muammar maamun mubarak abbas akbar akram asad asghar aziz daud ehsan farhad farid habib hashim hussain jawad javad ' +
  'kazim mehdi mohsen mojtaba nader naser parviz rahman reza saeed shahram yazid zahra abdo hafiz hafs bakr musab muhsin';

const ARABIC_ONLY: Traditions = { arabic: true, persian: false, slavic: false };
const commonByKey = new Map<string, string[]>();
for (const name of COMMON_ARABIC.split(' ')) {
  const key = spellingKey(name);
  commonByKey.set(key, [...(commonByKey.get(key) ?? []), name]);
}

/** So many answers are remembered, then all are forgotten. */
const MOST_KNOWN = 10_000;
const known = new Map<string, boolean>();

/** Whether a folded word is a common Arabic given name, in any spelling. */
export function isCommonArabicName(letters: string): boolean {
  let common = known.get(letters);
  if (common === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(letters, (common = compareWithCommon(letters)));
  }
  return common;
}

function compareWithCommon(letters: string): boolean {
  const names = commonByKey.get(spellingKey(letters)) ?? [];
  return names.some((name) => compareWords(name, letters, rulesFor(ARABIC_ONLY, false)) !== undefined);
}

const SLAVIC_ENDING =
  /(?:[oe]v|[oe]va|[oe]ff|sk(?:y|i|iy|ij|yi|aya|aja)|enko|[oe]vich|[oe]vych|[oe]vna|tchouk|chuk)$/;
/** A q that no u follows is no letter of European names. */
const FOREIGN_Q = /q(?!u)/;

/** Whose romanisations a name may come in: told by its elements, its letters and the actor's country. */
export function traditionsOf(parts: readonly NamePart[], country: readonly string[]): Traditions {
  const from = (states: ReadonlySet<string>) => country.some((code) => states.has(code));
  const persian = from(persianStates);
  return {
    arabic: persian || from(arabicStates) || parts.some(isArabic),
    persian,
    slavic: from(slavicStates) || parts.some(({ letters }) => SLAVIC_ENDING.test(letters)),
  };
}

/** "Al Gore", "El Paso" and "Ben Nevis" begin with what may be another word. */
function isArabic({ kind, letters, article, written }: NamePart, at: number): boolean {
  if (article && (at > 0 || /\p{Pd}/u.test(written))) return true;
  if (kind === 'word') return FOREIGN_Q.test(letters) || isCommonArabicName(letters);
  return kind === 'son-of' ? at > 0 : kind !== 'initial' && kind !== 'and';
}
