/** A link reference definition: label, address and nothing but a title behind it. Groups: the label. */
const DEFINITION =
  /^[ \t>]*\[((?:[^[\]\\\r\n]|\\.){1,999})\]:[ \t]*(?:\r\n|\n|\r)?[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*)[ \t]*(?:(?:\r\n|\n|\r)?[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*)?$/gm;

/**
 * The labels for which a text defines link targets, as Markdown compares them. A label with a citation is none:
 * `[@key]` stays a citation whatever is defined. (Definitions inside code count here, which does no harm: `[label]`
 * is then read without its brackets.)
 */
export function definedLabels(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!text.includes(']:')) return labels;
  for (const [, label = ''] of text.matchAll(DEFINITION)) {
    if (!label.startsWith('^') && !label.includes('@')) labels.add(normalLabel(label));
  }
  return labels;
}

/** CommonMark's matching of link labels: case folded, white space collapsed. */
const normalLabel = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
