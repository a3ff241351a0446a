import type { JudgedDraft } from '../judge-draft';
import type { Problem } from '../problem';

/** One check: reads a judged draft and says what is wrong in it, in the order of the draft. */
export type Check = (judged: JudgedDraft) => Problem[];
