import { LOCATOR_LABELS, termsOf } from '../citations/locator-terms';

/** What pandoc calls a label that has another name there, in one version or another. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = { 'sub-verbo': ['sub-verbo', 'sub verbo'] };

/**
 * A citation style by which pandoc reads `p. 12` as a page whatever the language of the report, as it is read here: it knows the terms
 * of that language only, and would print this one as it stands. The English terms are added in a form, the verb's, in which
 * pandoc looks for terms when it reads, and in which no style prints a locator's.
 */
export function styleForPandoc(style: string): string {
  const end = [...style.matchAll(/<\/(\w+:)?style\s*>/g)].at(-1);
  if (!end) return style;
  const [, prefix = ''] = end;
  const terms = LOCATOR_LABELS.flatMap((label) =>
    (OTHER_NAMES[label] ?? [label]).flatMap((name) =>
      termsOf(label).map((term) => `<${prefix}term name="${name}" form="verb">${term}</${prefix}term>`),
    ),
  );
  const locale = `<${prefix}locale><${prefix}terms>${terms.join('')}</${prefix}terms></${prefix}locale>`;
  return style.slice(0, end.index) + locale + style.slice(end.index);
}
