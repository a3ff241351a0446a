export const WORDS =
  'the of and to a in that was said not never had by for on with council wall sand office engineer report river mayor harbour winter lamp stone closed moved agreed built known raised written nobody somebody yesterday reportedly perhaps because although twice however often Berg Ada al-Hamdi’s d’Arcy non-combatants co-operate 470,000 1998 3.5 U.N. ofﬁce naïve Ödön 21st'.split(
    ' ',
  );
const MARKS = [',', ';', ':', ' —', '.', '?'];

/** Sentences by chance, with quotation marks, brackets, footnotes and omissions of their own. */
export function paragraph(random: () => number): string {
  const one = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? '';
  const words = Array.from({ length: 50 }, () => {
    const word = one(WORDS);
    const roll = random();
    if (roll < 0.02) return `“${word} ${one(WORDS)}”`;
    if (roll < 0.03) return `[${word} ${one(WORDS)}]`;
    if (roll < 0.04) return `${word}.[${Math.ceil(random() * 9)}]`;
    if (roll < 0.05) return `${word} …`;
    return roll < 0.15 ? word + one(MARKS) : word;
  });
  return `The ${words.join(' ')}.`;
}
