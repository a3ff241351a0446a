import {
  isAccepted,
  makeLockedQuotation,
  quotationLine,
  withIds,
  type AcknowledgedRisk,
  type Hashing,
  type LockedQuotation,
  type Risk,
  type Source,
} from '#corpus-index';
import type { JudgedDraft, JudgedQuotation } from '../judge-draft';
import { isOf } from './acknowledged';
import { compareLocked, type ComparedQuotation } from './compare-locked';

export interface LockOptions {
  /** Path of the draft, relative to the folder. */
  readonly draft: string;
  readonly hashing: Hashing;
  /** Whether the source's text is what lies on disk. To others nothing is locked: nobody else has that text. */
  readonly isSaved: (source: Source) => boolean;
  /**
   * Not asked for each time, but on every save: what is locked to a source that has changed since stays as it is, so that no
   * anchor moves behind a person's back.
   */
  readonly onSave: boolean;
}

/** What locking a draft does, in numbers of quotations. */
export interface LockSummary {
  /** Locked to the sources as they are now. */
  readonly locked: number;
  /** Of these, not locked before. */
  readonly added: number;
  /** Stay locked as they were: not accepted any more, or their source is not saved or (on save) has changed. */
  readonly kept: number;
  /** Were locked and are in the draft no more. */
  readonly dropped: number;
  /** Have a citation but no accepted verdict. */
  readonly notAccepted: number;
  /** Sources with unsaved changes, by path. */
  readonly unsaved: readonly string[];
}

export interface LockedDraft {
  /** What the lock is to have of the draft. */
  readonly quotations: readonly LockedQuotation[];
  readonly summary: LockSummary;
}

/** Locks every accepted quotation of a draft to its place in the source as it is now. */
export function lockDraft(judged: JudgedDraft, options: LockOptions): LockedDraft {
  const before = new Map(compareLocked(judged).map((one) => [one.at, one]));
  const outcomes = judged.quotations.map((one, at) => lockOne(judged, one, before.get(at), options));
  const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length;
  const { locked = [] } = judged.lock ?? {};
  return {
    quotations: withIds(
      options.hashing,
      outcomes.flatMap((outcome) => outcome.quotation ?? []),
    ),
    summary: {
      locked: count(({ kind }) => kind === 'locked' || kind === 'added'),
      added: count(({ kind }) => kind === 'added'),
      kept: count(({ kind, quotation }) => kind === 'kept' && quotation !== undefined),
      dropped: locked.length - before.size,
      notAccepted: judged.quotations.filter(isRefused).length,
      unsaved: [...new Set(outcomes.flatMap(({ unsaved }) => unsaved ?? []))],
    },
  };
}

interface Outcome {
  readonly kind: 'locked' | 'added' | 'kept';
  readonly quotation?: LockedQuotation | undefined;
  readonly unsaved?: string;
}

function lockOne(
  judged: JudgedDraft,
  one: JudgedQuotation,
  before: ComparedQuotation | undefined,
  { draft, hashing, isSaved, onSave }: LockOptions,
): Outcome {
  const source = acceptedSource(judged, one);
  const kept = { kind: 'kept', quotation: before?.locked } as const;
  if (!source) return kept;
  if (!isSaved(source)) return { ...kept, unsaved: source.path };
  const same = before?.isSame === true ? before.locked : undefined;
  if (onSave && same && same.source.sha256 !== hashing.ofSource(source)) return kept;
  const quotation = lockedAnew(draft, one, source, same, hashing);
  return quotation ? { kind: before ? 'locked' : 'added', quotation } : kept;
}

/** The source of an accepted quotation. */
function acceptedSource(
  { corpus }: JudgedDraft,
  { judgement: { verdict, place } }: JudgedQuotation,
): Source | undefined {
  return place && isAccepted(verdict) ? corpus.source(place.source) : undefined;
}

function lockedAnew(
  draft: string,
  { quotation, judgement }: JudgedQuotation,
  source: Source,
  before: LockedQuotation | undefined,
  hashing: Hashing,
): LockedQuotation | undefined {
  const { place, verdict } = judgement;
  if (!place) return undefined;
  return makeLockedQuotation(hashing, {
    draft,
    quotation: quotationLine(quotation.text),
    verdict,
    source,
    place,
    acknowledged: before ? stillValid(before.acknowledged, judgement.risks, hashing.ofSource(source)) : [],
    before,
  });
}

/** A risk that was acknowledged in another text of the source is to be looked at again. */
const stillValid = (
  acknowledged: readonly AcknowledgedRisk[],
  risks: readonly Risk[],
  hash: string,
): AcknowledgedRisk[] =>
  acknowledged.filter((one) => one.sha256 === hash && risks.some((risk) => isOf(one, risk)));

const isRefused = ({ judgement: { verdict, reason } }: JudgedQuotation): boolean =>
  !isAccepted(verdict) && reason !== 'no-citation';

/**
 * What the lock is to have of a draft when a risk of one of its quotations (by its number) is acknowledged: the risk with
 * the quotation, which is locked if it was not, and all else as it was. Undefined where there is no such accepted quotation.
 */
export function acknowledgeRisk(
  judged: JudgedDraft,
  at: number,
  risk: Risk,
  { draft, hashing, isSaved }: Omit<LockOptions, 'onSave'>,
): LockedQuotation[] | undefined {
  const one = judged.quotations[at];
  const source = one && acceptedSource(judged, one);
  if (!source || !isSaved(source)) return undefined;
  const pairs = compareLocked(judged);
  const before = pairs.find((pair) => pair.at === at);
  const quotation = before?.isSame ? before.locked : lockedAnew(draft, one, source, undefined, hashing);
  if (!quotation) return undefined;
  const acknowledged = [
    ...quotation.acknowledged.filter((known) => !isOf(known, risk)),
    { kind: risk.kind, text: quotationLine(risk.text), sha256: hashing.ofSource(source) },
  ];
  const { locked = [] } = judged.lock ?? {};
  const rest = locked.filter((other) => other !== before?.locked);
  const next = pairs.find((pair) => pair.at > at)?.locked;
  const place = next ? rest.indexOf(next) : rest.length;
  return withIds(hashing, rest.toSpliced(place, 0, { ...quotation, acknowledged }));
}
