import { isAccepted, overlaps, type Judgement } from '#corpus-index';
import type { Citation, Draft, Quotation } from '../draft';
import { judgeDraft, type JudgedDraft, type JudgedQuotation } from '../judge-draft';
import { newDraftMemo, parseDraft } from '../parse-draft';
import type { Replacement } from './fix';
import { applyReplacements } from './replacements';

/** What edits are to mend, as numbers in the draft's order: quotations to be accepted, citations to be resolved. */
export interface Subjects {
  readonly quotations: readonly number[];
  readonly citations: readonly number[];
}

/**
 * Makes edits in a draft and judges what comes of it, before anybody sees them. A draft has many quotations and a fix
 * changes one: only paragraphs that differ are parsed again, and only quotations that differ are judged again.
 */
export class Trial {
  private readonly memo = newDraftMemo();
  private readonly ties: readonly (readonly number[])[];
  /** Judgements by what they rest on. The offsets in them are those of the draft that they were made for. */
  private readonly known: Map<string, Judgement>;

  constructor(readonly judged: JudgedDraft) {
    this.ties = tiesOf(judged.draft);
    this.known = new Map(judged.quotations.map(({ quotation, judgement }) => [saying(quotation), judgement]));
  }

  /** The draft after the edits, judged, if they mend the subjects and do no harm; else undefined. */
  mended(edits: readonly Replacement[], subjects: Subjects): JudgedDraft | undefined {
    const after = this.after(edits, subjects);
    return after && isMended(after, subjects) && this.doesNoHarm(after) ? after : undefined;
  }

  /** Which of several subjects edits mend that were made for all of them; none where they break the draft's shape. */
  mendedAmong<T extends { readonly subjects: Subjects }>(
    edits: readonly Replacement[],
    among: readonly T[],
  ): T[] {
    if (among.length === 0) return [];
    const after = this.after(edits, joinSubjects(among.map(({ subjects }) => subjects)));
    return after ? among.filter(({ subjects }) => isMended(after, subjects)) : [];
  }

  /** The draft after the edits, judged, if they leave its shape as it was. */
  private after(edits: readonly Replacement[], subjects: Subjects): JudgedDraft | undefined {
    const draft = parseDraft(applyReplacements(this.judged.draft.text, edits), this.memo);
    return this.isOfOneShape(draft, edits, subjects) ? this.judge(draft) : undefined;
  }

  /** The same quotations and citations, tied to each other as before, and nothing changed that was not to be. */
  private isOfOneShape(draft: Draft, edits: readonly Replacement[], subjects: Subjects): boolean {
    const { draft: before } = this.judged;
    return (
      draft.quotations.length === before.quotations.length &&
      draft.citations.length === before.citations.length &&
      draft.unread.length <= before.unread.length &&
      tiesOf(draft).every((own, at) => own.join() === this.ties[at]?.join()) &&
      before.quotations.every(
        ({ kind, text }, at) =>
          kind === draft.quotations[at]?.kind &&
          (subjects.quotations.includes(at) || text === draft.quotations[at].text),
      ) &&
      before.citations.every((citation, at) => isKept(citation, draft.citations[at], edits))
    );
  }

  /** What was accepted or resolved is so still. */
  private doesNoHarm(after: JudgedDraft): boolean {
    return (
      this.judged.quotations.every((before, at) => !isGood(before) || isGood(after.quotations[at])) &&
      this.judged.citations.every(({ resolved }, at) => !resolved || after.citations[at]?.resolved === true)
    );
  }

  private judge(draft: Draft): JudgedDraft {
    const unknown = draft.quotations.filter((quotation) => !this.known.has(saying(quotation)));
    const judged = judgeDraft(this.judged.corpus, { ...draft, quotations: unknown });
    for (const { quotation, judgement } of judged.quotations) this.known.set(saying(quotation), judgement);
    const quotations = draft.quotations.flatMap((quotation): JudgedQuotation[] => {
      const judgement = this.known.get(saying(quotation));
      return judgement ? [{ quotation, judgement }] : [];
    });
    return { ...judged, draft, quotations };
  }
}

export const joinSubjects = (all: readonly Subjects[]): Subjects => ({
  quotations: all.flatMap(({ quotations }) => quotations),
  citations: all.flatMap(({ citations }) => citations),
});

const isMended = (after: JudgedDraft, { quotations, citations }: Subjects): boolean =>
  quotations.every((at) => isGood(after.quotations[at])) &&
  citations.every((at) => after.citations[at]?.resolved === true);

const isGood = (judged: JudgedQuotation | undefined): boolean =>
  judged !== undefined && isAccepted(judged.judgement.verdict);

/** For each quotation the numbers of the citations that claim it. */
function tiesOf({ quotations, citations }: Draft): number[][] {
  const numbers = new Map(citations.map((citation, at) => [citation, at]));
  return quotations.map((quotation) => quotation.citations.map((citation) => numbers.get(citation) ?? -1));
}

/** A citation that the edits reach keeps what is said around it; another one keeps its key and locator as well. */
function isKept(before: Citation, after: Citation | undefined, edits: readonly Replacement[]): boolean {
  if (!after) return false;
  const group = { start: before.group.start, end: before.group.end + 1 };
  const isReached = edits.some(({ start, end }) => overlaps(group, { start, end: Math.max(end, start + 1) }));
  return (
    before.prefix === after.prefix &&
    before.suffix.trim() === after.suffix.trim() &&
    before.suppressAuthor === after.suppressAuthor &&
    before.inText === after.inText &&
    (isReached || claimOf(before) === claimOf(after))
  );
}

const claimOf = ({ key, locator }: Citation): string => JSON.stringify([key, locator?.label, locator?.value]);

/** All that the judgement of a quotation rests on. */
const saying = ({ text, reading, citations }: Quotation): string =>
  JSON.stringify([text, reading.text, citations.map(claimOf)]);
