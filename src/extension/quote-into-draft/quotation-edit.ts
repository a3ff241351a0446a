import { l10n, type Position, Range, type TextDocument, WorkspaceEdit } from 'vscode';
import type { PassageRef, Range as ProtocolRange } from '../../protocol/index';
import { formsFromSettings } from '../citation-forms';
import { fromEditorRange, toEditorRange } from '../convert';
import type { Server } from '../server';

/** The draft changes while the edit is asked for: so often it is asked again. */
const ATTEMPTS = 3;

/** The edit that quotes a passage, or what is `quoted` of it, at a place of a draft as Cite Passage would; or why there is none. */
export async function quotationEdit(
  server: Server,
  draft: TextDocument,
  at: Position,
  passage: PassageRef,
  quoted: readonly ProtocolRange[],
): Promise<WorkspaceEdit | string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { version } = draft;
    const { edits, problem, outdated } = await server
      .insertion({
        ...{ draft: draft.uri.toString(), version, passage, quoted },
        range: fromEditorRange(new Range(at, at)),
        ...formsFromSettings(draft.uri),
      })
      .catch(noAnswer);
    if (problem !== undefined) return problem;
    if (outdated === true || draft.version !== version) continue;
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(draft.uri, toEditorRange(range), newText);
    return edit;
  }
  return l10n.t('Nothing was inserted: the draft cannot be edited at the moment.');
}

const noAnswer = () => ({
  edits: [],
  problem: l10n.t('Nothing was inserted: the Sourcewright server does not answer.'),
  outdated: false,
});
