import { isAccepted, passageAt, type Corpus, type Source, type Span } from '#corpus-index';
import { formatCitation } from '../citations/format-citation';
import { judgeDraft } from '../judge-draft';
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
  return form === 'reference' || addsAcceptedQuotation(corpus, draft, made.text) ? made : undefined;
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
  const n = passageAt(source, quoted[0]?.start ?? 0)?.n;
  return formatCitation({
    key: source.key,
    ...(n === undefined ? {} : { locator: { label: 'paragraph', value: String(n) } }),
  });
}

/** A footnote's mark stands right behind the words, a bracket after a space. */
const joint = (reference: string): string => (reference.startsWith('[^') ? '' : ' ');

function blockEdit(
  draft: string,
  { source, quoted, at }: Insertion,
  reference: string,
  surroundings: Surroundings,
): Edit {
  const paragraphs = quotedParagraphs(source, quoted);
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
  const words = quotedParagraphs(source, quoted).join(' ');
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

function addsAcceptedQuotation(corpus: Corpus, before: string, after: string): boolean {
  const accepted = (text: string) =>
    judgeDraft(corpus, parseDraft(text)).quotations.filter(({ judgement }) => isAccepted(judgement.verdict))
      .length;
  return accepted(after) > accepted(before);
}
