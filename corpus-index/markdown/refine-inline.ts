import type { Span } from '../text/span';
import { bracketPairs } from './brackets';
import { MARKUP, markdownSpan, type InlineText } from './inline-text';
import { rewriteInline, sliceInline, type Rewrite } from './rewrite-inline';

/** Pandoc's attributes, `{#id .class key="value" -}`. Each part has one way to be read, so that none takes long. */
const ATTRIBUTE = String.raw`(?:[#.][\w:-]+(?=[\s}#.])|[\w:.-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]*)(?=[\s}])|(?<=[\s{])-(?=[\s}]))`;
const ATTRIBUTES = String.raw`\{\s*(?:${ATTRIBUTE}\s*)+\}`;
const ATTRIBUTES_HERE = new RegExp(ATTRIBUTES, 'y');
const HEADING_ATTRIBUTES = new RegExp(String.raw`(?<!\s)\s*${ATTRIBUTES}\s*$`);
/** What may stand right before attributes: a bracketed span, or the end of a link or of code. */
const BEFORE_ATTRIBUTES = new RegExp(`[\\]${MARKUP}](?=\\{)`, 'g');

/** `$$...$$`, or `$...$` with no space inside its dollars and no digit behind: pandoc's rule, so that prices are none. */
const MATHEMATICS = /\$\$[^$]+\$\$|\$(?![\s$])[^$]*(?<!\s)\$(?!\d)/g;

/**
 * Reads what pandoc's Markdown has beyond CommonMark: attributes, bracketed spans `[words]{.class}`, mathematics,
 * shortcodes and inline notes `^[words]`. What is no prose is added to `opaque`.
 */
export function refineInline(inline: InlineText, opaque: Span[], isHeading: boolean): InlineText {
  if (!/[${]|\^\[/.test(inline.scan)) return inline;
  const machine = machineText(inline);
  const withoutMachine = machine.length > 0 ? rewriteInline(inline, machine) : inline;
  const spans = attributes(withoutMachine, isHeading);
  for (const { start, end } of [...machine, ...spans]) {
    // The opening bracket of a span is no stretch to keep out of: a cursor behind it stands in front of words.
    if (end - start > 1) opaque.push(markdownSpan(inline, start, end));
  }
  return withNotes(spans.length > 0 ? rewriteInline(withoutMachine, spans) : withoutMachine);
}

/** What a program puts in when the text is made: Quarto's and Hugo's `{{< figure title="..." >}}`. */
const SHORTCODE = /\{\{[<%][^{}]*[>%]\}\}/g;

function machineText({ scan }: InlineText): Rewrite[] {
  const codes = Array.from(scan.matchAll(SHORTCODE), opaqueStretch);
  const math = Array.from(scan.matchAll(MATHEMATICS), opaqueStretch);
  if (codes.length === 0) return math;
  const apart = math.filter((one) => !codes.some((code) => one.start < code.end && code.start < one.end));
  return [...codes, ...apart].sort((a, b) => a.start - b.start);
}

const opaqueStretch = ({ 0: whole, index }: RegExpExecArray): Rewrite => ({
  kind: 'opaque',
  start: index,
  end: index + whole.length,
});

function attributes(inline: InlineText, isHeading: boolean): Rewrite[] {
  const { scan } = inline;
  const found: Rewrite[] = [];
  let pairs: Map<number, number> | undefined;
  for (const { index } of scan.matchAll(BEFORE_ATTRIBUTES)) {
    ATTRIBUTES_HERE.lastIndex = index + 1;
    const length = ATTRIBUTES_HERE.exec(scan)?.[0].length;
    if (length === undefined) continue;
    const end = index + 1 + length;
    if (scan[index] === MARKUP) found.push({ kind: 'markup', start: index + 1, end });
    else {
      pairs ??= new Map(Array.from(bracketPairs(inline), ([open, close]) => [close, open]));
      const open = pairs.get(index);
      if (open !== undefined)
        found.push({ kind: 'markup', start: open, end: open + 1 }, { kind: 'markup', start: index, end });
    }
  }
  const last = isHeading ? HEADING_ATTRIBUTES.exec(scan) : null;
  if (last && !found.some(({ end }) => end > last.index))
    found.push({ kind: 'markup', start: last.index, end: scan.length });
  return found.sort((a, b) => a.start - b.start);
}

/** Inline notes become one unit each, with their own inline text; a note in a note is read as its text. */
function withNotes(inline: InlineText): InlineText {
  if (!inline.scan.includes('^[')) return inline;
  const pairs = bracketPairs(inline);
  const notes: Rewrite[] = [];
  for (const { index } of inline.scan.matchAll(/\^\[/g)) {
    const close = pairs.get(index + 1);
    if (close === undefined || index < (notes.at(-1)?.end ?? 0) || /[([]/.test(inline.scan[close + 1] ?? ''))
      continue;
    notes.push({
      kind: 'note',
      start: index,
      end: close + 1,
      content: sliceInline(inline, index + 2, close),
    });
  }
  return notes.length > 0 ? rewriteInline(inline, notes) : inline;
}
