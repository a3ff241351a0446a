/** Adjectives of nations by their ISO 3166 code. */
const BY_CODE: Readonly<Record<string, string>> = {
  ae: 'emirati',
  af: 'afghan',
  al: 'albanian',
  am: 'armenian',
  ar: 'argentine argentinian',
  at: 'austrian',
  au: 'australian',
  az: 'azerbaijani azeri',
  ba: 'bosnian',
  bd: 'bangladeshi',
  be: 'belgian',
  bg: 'bulgarian',
  bh: 'bahraini',
  br: 'brazilian',
  by: 'belarusian',
  ca: 'canadian',
  ch: 'swiss',
  cl: 'chilean',
  cn: 'chinese',
  co: 'colombian',
  cu: 'cuban',
  cy: 'cypriot',
  cz: 'czech',
  de: 'german',
  dk: 'danish',
  dz: 'algerian',
  ee: 'estonian',
  eg: 'egyptian',
  er: 'eritrean',
  es: 'spanish',
  et: 'ethiopian',
  fi: 'finnish',
  fr: 'french',
  gb: 'british english scottish welsh uk',
  ge: 'georgian',
  gh: 'ghanaian',
  gr: 'greek',
  hr: 'croatian croat',
  hu: 'hungarian',
  id: 'indonesian',
  ie: 'irish',
  il: 'israeli',
  in: 'indian',
  iq: 'iraqi',
  ir: 'iranian persian',
  is: 'icelandic',
  it: 'italian',
  jo: 'jordanian',
  jp: 'japanese',
  ke: 'kenyan',
  kg: 'kyrgyz',
  kp: 'north korean',
  kr: 'south korean korean',
  kw: 'kuwaiti',
  kz: 'kazakh',
  lb: 'lebanese',
  lt: 'lithuanian',
  lv: 'latvian',
  ly: 'libyan',
  ma: 'moroccan',
  ml: 'malian',
  mr: 'mauritanian',
  mx: 'mexican',
  my: 'malaysian',
  ne: 'nigerien',
  ng: 'nigerian',
  nl: 'dutch',
  no: 'norwegian',
  nz: 'zealand',
  om: 'omani',
  pe: 'peruvian',
  ph: 'philippine filipino',
  pk: 'pakistani',
  pl: 'polish',
  ps: 'palestinian',
  pt: 'portuguese',
  qa: 'qatari',
  ro: 'romanian',
  rs: 'serbian serb',
  ru: 'russian',
  sa: 'saudi',
  sd: 'sudanese',
  se: 'swedish',
  sg: 'singaporean',
  sk: 'slovak',
  si: 'slovenian',
  so: 'somali',
  sn: 'senegalese',
  sy: 'syrian',
  td: 'chadian',
  th: 'thai',
  tj: 'tajik',
  tm: 'turkmen',
  tn: 'tunisian',
  tr: 'turkish',
  tw: 'taiwanese',
  tz: 'tanzanian',
  ua: 'ukrainian',
  ug: 'ugandan',
  us: 'american us usa',
  uz: 'uzbek',
  ve: 'venezuelan',
  vn: 'vietnamese',
  ye: 'yemeni',
  za: 'african',
};

/** Of no one state. */
const OTHERS =
  'european asian western eastern arab arabian kurdish chechen tatar uighur uyghur jewish islamic muslim christian catholic orthodox ' +
  'latin atlantic caucasian nordic baltic balkan gulf soviet ottoman roman majesty';

const byAdjective = new Map<string, string>();
for (const [code, adjectives] of Object.entries(BY_CODE))
  for (const adjective of adjectives.split(' ')) byAdjective.set(adjective, code);
const others = new Set(OTHERS.split(' '));

/** The state that a folded adjective belongs to; `other` for one of no single state, nothing for another word. */
export const stateOf = (word: string): string | undefined =>
  byAdjective.get(word) ?? (others.has(word) ? 'other' : undefined);

export const isAdjectiveOf = (word: string, code: string): boolean =>
  (BY_CODE[code] ?? '').split(' ').includes(word);

/** States whose name does not begin like their adjective. */
const NOUNS: Readonly<Record<string, string>> = {
  us: 'united america',
  gb: 'united britain england scotland wales',
  fr: 'france',
  de: 'germany',
  es: 'spain',
  nl: 'netherlands holland',
  ph: 'philippines',
};
const SHARED_LETTERS = 4;

/** Whether a folded word is an adjective of a state, or its name or the name's beginning. */
export function isState(word: string, code: string): boolean {
  const adjectives = (BY_CODE[code] ?? '').split(' ');
  if (adjectives.includes(word) || (NOUNS[code] ?? '').split(' ').includes(word)) return true;
  return (
    word.length >= SHARED_LETTERS &&
    adjectives.some((one) => one.slice(0, SHARED_LETTERS) === word.slice(0, SHARED_LETTERS))
  );
}

/** The state whose name a folded word is or begins; nothing where it is none's. */
export const nameOfState = (word: string): string | undefined => CODES.find((code) => isState(word, code));

const CODES = Object.keys(BY_CODE);
