import { isAccepted, type AnchorComparison, type Place } from '#corpus-index';
import { checkLocked } from '../language/checks/check-draft';
import { compareLocked, type ComparedQuotation } from '../language/lock/compare-locked';
import type { ReadDraft } from './drafts';

/** What became of locked quotations, in the shape that docs/cli.md fixes. */
export function compareDrafts(drafts: readonly ReadDraft[]) {
  const compared = drafts.map(compareDraft);
  const quotations = compared.flatMap((draft) => draft.quotations);
  const count = (...states: readonly string[]) =>
    quotations.filter(({ state }) => states.includes(state)).length;
  const sum = (of: (draft: (typeof compared)[number]) => number) =>
    compared.reduce((all, draft) => all + of(draft), 0);
  return {
    drafts: compared,
    summary: {
      quotations: quotations.length,
      stillThere: count('still-there'),
      moved: count('moved', 'ambiguous'),
      changed: count('changed'),
      gone: count('gone', 'no-source'),
      notLocked: sum(({ notLocked }) => notLocked),
      dropped: sum(({ dropped }) => dropped),
    },
  };
}

function compareDraft({ path, judged, lines }: ReadDraft) {
  const compared = compareLocked(judged);
  const region = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const last = lines.at(end);
    return { ...lines.at(start), endLine: last.line, endColumn: last.column };
  };
  const paired = new Set(compared.filter(({ isSame }) => isSame).map(({ at }) => at));
  return {
    path,
    quotations: compared.map((one) => ({
      quotation: one.locked.quotation,
      ...region(one.judged.quotation.span),
      source: one.locked.source.key,
      locator: locatorOf(one.locked),
      state: one.comparison.state,
      place: placeJson(placeOf(one)),
    })),
    notLocked: judged.quotations.filter(
      ({ judgement }, at) => isAccepted(judgement.verdict) && !paired.has(at),
    ).length,
    dropped: (judged.lock?.locked.length ?? 0) - compared.length,
    problems: checkLocked(judged).map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      ...region(span),
    })),
  };
}

const locatorOf = ({ n }: { readonly n?: number | undefined }): string | null =>
  n === undefined ? null : `para. ${n}`;

function placeOf({ comparison }: ComparedQuotation): Place | undefined {
  const known: AnchorComparison | { state: 'no-source' } = comparison;
  return 'place' in known ? known.place : 'places' in known ? known.places[0] : undefined;
}

const placeJson = (place: Place | undefined) =>
  place ? { locator: locatorOf(place), start: place.start, end: place.end, text: place.text } : null;

/** The same for people: each problem on a line, then what there is of each. */
export function comparisonLines({ drafts, summary }: ReturnType<typeof compareDrafts>): string[] {
  const problems = drafts.flatMap(({ path, problems }) =>
    problems.map(
      ({ severity, code, message, line, column }) =>
        `${path}:${line}:${column}: ${severity} ${code}: ${message}`,
    ),
  );
  const { quotations, stillThere, moved, changed, gone, notLocked, dropped } = summary;
  return [
    ...problems,
    `${drafts.length} drafts: ${quotations} locked quotations, ${stillThere} still there, ${moved} moved, ${changed} changed, ` +
      `${gone} gone; ${notLocked} accepted ones not locked, ${dropped} locked ones no longer in their draft.`,
  ];
}
