import { l10n } from 'vscode';
import type { ServerProblem } from '../protocol/server-problem';

/** An answer with its problem as a person reads it. */
export function worded<A extends { readonly problem?: ServerProblem }>(
  answer: A,
  say: (problem: ServerProblem) => string = problemText,
): Omit<A, 'problem'> & { readonly problem?: string } {
  const { problem, ...rest } = answer;
  return { ...rest, ...(problem && { problem: say(problem) }) };
}

/** Why a decision was not kept. */
export function notKeptText(problem: ServerProblem): string {
  const why = problemText(problem);
  return problem.code === 'broken-review' || problem.code === 'unwritable-review'
    ? l10n.t('The decision was not kept. {0}', why)
    : why;
}

/** What happened and what to do. */
function problemText(problem: ServerProblem): string {
  switch (problem.code) {
    case 'no-open-draft':
      return l10n.t('A draft can be reviewed that is saved in a folder of the workspace and open.');
    case 'too-early-to-review':
      return l10n.t('Not all sources have been read yet: review the draft when they are.');
    case 'too-early-for-evidence':
      return l10n.t('Not all sources have been read yet: make the evidence pack when they are.');
    case 'broken-review':
      return l10n.t(
        'This is no review ({0}), so none of its decisions count. Mend it, or bring back an older version.',
        problem.detail,
      );
    case 'unreadable-review':
      return l10n.t(
        'The review cannot be read ({0}), so none of its decisions count. See that it is a plain file that you may read and write.',
        problem.detail,
      );
    case 'unwritable-review':
      return l10n.t('{0} could not be written ({1}).', problem.path, problem.detail);
    case 'unread-drafts':
      return l10n.t('These drafts could not be read: {0}.', problem.paths.join(', '));
    case 'no-draft-for-references':
      return l10n.t('A list of references can be inserted in a draft.');
    case 'too-early-for-references':
      return l10n.t('Not all sources have been read yet: insert the list of references when they are.');
    case 'nothing-cited':
      return l10n.t('Nothing was inserted: the draft cites none of the sources yet.');
    case 'no-draft-to-export':
      return l10n.t('A draft in a folder of the workspace can be exported.');
    case 'too-early-to-export':
      return l10n.t('Not all sources have been read yet: export the report when they are.');
    case 'no-citation-here':
      return l10n.t('Put the cursor on a citation: its reference is copied.');
    case 'unknown-key':
      return l10n.t('No source has the key @{0}.', problem.key);
    case 'unusable-style':
      return problem.detail;
  }
}
