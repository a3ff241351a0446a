/**
 * Words that decide what a sentence claims. English; lower case, apostrophes straight. Our own selection by grammar:
 * a list too long only names a risk or a kind more often, it never accepts anything.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Turns a statement into its opposite, or bounds it to nothing. */
const NEGATIONS = set(
  `not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom rarely
   unlikely impossible denied denies deny denying refused refuses refuse refusing failed fails fail lacks lacked lack
   absent absence false falsely untrue unless except excluding n't
   rejected rejects reject rejecting disputed disputes dispute refuted refutes refute doubted doubts doubt dismissed dismisses
   prevented prevents prevent stopped opposed opposes avoided contrary wrong wrongly incorrect incorrectly mistaken mistakenly
   nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder
   ne n pas jamais aucun aucune rien personne ni sans nunca ningún ninguna nada nadie jamás tampoco
   non mai nessuno nessuna niente nulla senza niet geen nooit niemand niets zonder não nenhum nenhuma
   не нет ни никогда никто ничто без لا لم لن ليس ليست ليسوا غير دون 不 没 沒 無 无 非 未`,
);

/** Makes a statement less certain than it would be without. */
const HEDGES = set(
  `reportedly allegedly apparently supposedly purportedly seemingly presumably probably possibly perhaps maybe likely
   may might could would should appears appear appeared seems seem seemed suggests suggest suggested suggesting believed
   thought suspected assumed presumed estimated rumoured rumored unconfirmed unverified some partly partially largely mostly
   mainly sometimes occasionally often almost nearly about approximately roughly around only if whether potential potentially
   potentiality tends tend tended limited generally usually`,
);

/** Says whose statement it is. */
const ATTRIBUTIONS = set(
  `said says say saying told tells according claimed claims claim claiming alleged alleges allege alleging stated states
   stating argued argues argue arguing reported reports asserted asserts insisted insists maintained maintains wrote writes
   added adds quoted quoting testified testifies acknowledged acknowledges admitted admits believes believe concluded
   concludes accused accuses announced announces declared declares warned warns denied denies`,
);

const NUMBERS = set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
   billion billions trillion dozen dozens half third quarter first second fourth fifth sixth seventh eighth ninth tenth
   once twice thrice double triple single several few many most
   january february march april may june july august september october november december
   monday tuesday wednesday thursday friday saturday sunday`,
);

const lower = (form: string): string => form.toLowerCase();

export const isNegation = (form: string): boolean =>
  NEGATIONS.has(lower(form)) || /n't$/i.test(form) || /^n'/i.test(form);

/** Letters that turn a word into its opposite when they are put in front of it or behind. */
export const isNegatingAffix = (letters: string): boolean =>
  /^(?:un|in|im|il|ir|dis|non|mis|anti|less|not|n't)$/i.test(letters);
export const isHedge = (form: string): boolean => HEDGES.has(lower(form));
export const isAttribution = (form: string): boolean => ATTRIBUTIONS.has(lower(form));

/** Figures, numerals in words, months and days. */
export const isNumber = (form: string): boolean => /\p{N}/u.test(form) || NUMBERS.has(lower(form));
