import { BOUNDARY, isAccepted, passageAt, type Corpus, type Source, type Span } from '#corpus-index';
import { formatCitation } from '../citations/format-citation';
import { judgeDraft, type JudgedQuotation } from '../judge-draft';
import { parseDraft } from '../parse-draft';
import { blockQuoteEdit } from './block-quote';
import { draftLines } from './draft-lines';
import { applyEdits, type Edit } from './edit';
import { freeFootnoteLabel, withDefinition } from './footnote';
import { escapeBars } from './plain-to-markdown';
import { inQuotationMarks, quotedParagraphs } from './quotation-text';
import { surroundingsAt, type Surroundings } from './surroundings';

export interface Insertion {
  readonly source: Source;
  /** Stretches of the source's text, in order; not empty. */
  readonly quoted: readonly Span[];
  readonly form: 'block' | 'inline' | 'reference';
  readonly reference: 'bracket' | 'footnote';
  /** What is selected in the draft: it stays, the insertion comes behind it. */
  readonly at: Span;
}

export interface InsertionEdits {
  /** In the order of the draft. */
  readonly edits: readonly Edit[];
  /** The draft after the edits, and where in it the cursor belongs. */
  readonly text: string;
  readonly cursor: number;
}

/**
 * The edits that cite a passage in a draft, or undefined where its words cannot be quoted there so that the check
 * accepts them: the result is judged before anybody sees it. In a table a block quote becomes an inline one.
 */
export function insertionEdits(
  corpus: Corpus,
  draft: string,
  insertion: Insertion,
): InsertionEdits | undefined {
  const surroundings = surroundingsAt(draft, insertion.at.end);
  const form = surroundings.inTable && insertion.form === 'block' ? 'inline' : insertion.form;
  const made = editsFor(draft, { ...insertion, form }, surroundings);
  return form === 'reference' || isAcceptable(corpus, draft, made) ? made : undefined;
}

function editsFor(draft: string, insertion: Insertion, surroundings: Surroundings): InsertionEdits {
  const citation = citationOf(insertion);
  const label =
    insertion.reference === 'footnote' && !surroundings.inFootnote ? freeFootnoteLabel(draft) : undefined;
  const reference = label === undefined ? citation : `[^${label}]`;
  const main =
    insertion.form === 'block'
      ? blockEdit(draft, insertion, reference, surroundings)
      : inlineEdit(draft, insertion, reference, surroundings);
  const edits = label === undefined ? [main] : withDefinition(draft, main, label, `${citation}.`);
  return { edits, text: applyEdits(draft, edits), cursor: main.offset + main.text.trimEnd().length };
}

function citationOf({ source, quoted }: Insertion): string {
  const page = pageValue(source, quoted);
  if (page !== undefined) return formatCitation({ key: source.key, locator: { label: 'page', value: page } });
  const n = passageAt(source, quoted[0]?.start ?? 0)?.n;
  return formatCitation({
    key: source.key,
    ...(n === undefined ? {} : { locator: { label: 'paragraph', value: String(n) } }),
  });
}

/** `12`, or `12-13` where the words run on to another page; undefined for a source without pages. */
function pageValue({ pages }: Source, quoted: readonly Span[]): string | undefined {
  const labelAt = (offset: number) => pages?.find(({ start, end }) => start <= offset && offset < end)?.label;
  const first = labelAt(quoted[0]?.start ?? 0);
  const last = labelAt((quoted.at(-1)?.end ?? 1) - 1);
  const isRange = first !== last && /^\d+$/.test(first ?? '') && Number(last) > Number(first);
  return isRange ? `${first ?? ''}-${last ?? ''}` : first;
}

/** A footnote's mark stands right behind the words, a bracket after a space. */
const joint = (reference: string): string => (reference.startsWith('[^') ? '' : ' ');

/** An omission in place of the borders of a source's cells. */
const withOmissions = (words: string): string =>
  words
    .split(BOUNDARY)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' […] ');

function blockEdit(
  draft: string,
  { source, quoted, at }: Insertion,
  reference: string,
  surroundings: Surroundings,
): Edit {
  const paragraphs = quotedParagraphs(source, quoted).map(withOmissions);
  const last = paragraphs.at(-1) ?? '';
  return blockQuoteEdit(
    draftLines(draft),
    at.end,
    [...paragraphs.slice(0, -1), last + joint(reference) + reference],
    surroundings,
  );
}

function inlineEdit(
  draft: string,
  { source, quoted, at, form }: Insertion,
  reference: string,
  { inTable }: Surroundings,
): Edit {
  const words = quotedParagraphs(source, quoted).map(withOmissions).join(' ');
  const quotation =
    form === 'reference'
      ? ''
      : inQuotationMarks(inTable ? escapeBars(words) : words, draft) + joint(reference);
  const before = draft[at.end - 1];
  const after = draft[at.end];
  const touching = quotation === '' && reference.startsWith('[^');
  const lead = before === undefined || touching || /[\s([{“‘«—]/.test(before) ? '' : ' ';
  const tail = after !== undefined && /[\p{L}\p{N}“‘"'([]/u.test(after) ? ' ' : '';
  return { offset: at.end, text: lead + quotation + reference + tail };
}

/** Whether the inserted words are read as a quotation that is accepted, and every other one is judged as well as before. */
function isAcceptable(corpus: Corpus, draft: string, { edits, text }: InsertionEdits): boolean {
  const [before, after] = [draft, text].map((one) => judgeDraft(corpus, parseDraft(one)).quotations);
  const inserted = insertedSpans(edits);
  const isInserted = ({ quotation: { span } }: JudgedQuotation) =>
    inserted.some(({ start, end }) => start <= span.start && span.end <= end);
  const own = after?.filter(isInserted) ?? [];
  const others = after?.filter((one) => !isInserted(one)) ?? [];
  return (
    own.length > 0 &&
    own.every(({ judgement }) => isAccepted(judgement.verdict)) &&
    areNoWorse(before ?? [], others)
  );
}

/** Where the inserted text stands in the draft after the edits. */
function insertedSpans(edits: readonly Edit[]): Span[] {
  let moved = 0;
  return edits.map(({ offset, text }) => {
    const start = offset + moved;
    moved += text.length;
    return { start, end: start + text.length };
  });
}

/** Whether each quotation is still there and judged as well; one that nobody saw before must not be a false one. */
function areNoWorse(before: readonly JudgedQuotation[], after: readonly JudgedQuotation[]): boolean {
  let at = 0;
  for (const one of after) {
    const was = before[at];
    if (was?.quotation.reading.text === one.quotation.reading.text) {
      at++;
      if (was.judgement.verdict !== one.judgement.verdict && !isAccepted(one.judgement.verdict)) return false;
    } else if (one.judgement.verdict !== 'unchecked') return false;
  }
  return at === before.length;
}
