import { type FromReviewPage, LONGEST_NOTE } from '../../protocol/review-page';

/** A decision of which nothing is kept: a part of a note might say something else. The page is owed an answer. */
interface NoteTooLong {
  readonly type: 'note-too-long';
  readonly version: number;
  readonly citation: number;
}

/** Longest `seen` that is taken: the server's is a hash. */
const LONGEST_SEEN = 100;

/** A message of the page, if it is one: a web view is not trusted to send nothing else. */
export function readMessage(value: unknown): FromReviewPage | NoteTooLong | undefined {
  if (!isRecord(value)) return undefined;
  const { type, citation } = value;
  if (type === 'ready') return { type };
  if (!isCount(citation)) return undefined;
  if (type === 'at') return { type, citation };
  if (type === 'decide') return readDecision(value, citation);
  if (type !== 'open') return undefined;
  const { side, enter } = value;
  if ((side !== 'draft' && side !== 'source') || typeof enter !== 'boolean') return undefined;
  return { type, side, citation, enter };
}

function readDecision(
  { version, seen, decision, note }: Record<string, unknown>,
  citation: number,
): FromReviewPage | NoteTooLong | undefined {
  if (!isCount(version) || typeof seen !== 'string' || seen.length > LONGEST_SEEN) return undefined;
  if (decision !== null && decision !== 'accepted' && decision !== 'queried' && decision !== 'rejected')
    return undefined;
  if (note === undefined) return { type: 'decide', version, citation, seen, decision };
  if (typeof note !== 'string') return undefined;
  if (note.length > LONGEST_NOTE) return { type: 'note-too-long', version, citation };
  return { type: 'decide', version, citation, seen, decision, note };
}

/** The draft in the state that a page left before VS Code was closed. */
export function draftOf(state: unknown): string | undefined {
  return isRecord(state) && typeof state['draft'] === 'string' ? state['draft'] : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
