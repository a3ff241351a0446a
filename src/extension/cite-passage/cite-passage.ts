import { commands, l10n, type TextEditor, window, workspace } from 'vscode';
import type { PassageRow, Sentence } from '../../protocol/index';
import type { HealthWatch } from '../health-watch';
import { insertCitation } from '../insert-citation';
import { type PreviewTarget, SourcePreview } from '../preview';
import type { Server } from '../server';
import { formsFromSettings } from '../citation-forms';
import { information } from '../tell';
import { chooseRow, type Found, type SearchStep } from './search-step';
import { type ChosenWords, chooseWords } from './words-step';

/** Finds a passage, shows it beside, and inserts it with its reference at the draft's cursor. */
export async function citePassage(server: Server, health: HealthWatch): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !canCite(editor, health)) return;
  const preview = new SourcePreview(editor);
  const show = (target: PreviewTarget) => {
    preview.show(target);
  };
  const step = { server, health, draft: editor.document.uri.toString(), preview: show };
  const chosen = await choose(step, editor);
  if (!chosen) return preview.closeUnlessEntered();
  const { row, words } = chosen;
  const { folder, key, n } = row;
  const { quoted, form, reference } = words;
  await insertCitation(server, editor, { passage: { folder, key, n }, quoted, form, reference });
  words.close();
  await preview.close();
}

/** Says plainly why there is nothing to cite from, or nowhere to cite to. */
function canCite({ document }: TextEditor, health: HealthWatch): boolean {
  if (!workspace.workspaceFolders?.length) {
    const text = l10n.t('Cite Passage looks in the sources of a folder: open the folder that holds them.');
    offer(text, l10n.t('Open Folder…'), 'vscode.openFolder');
    return false;
  }
  const folder = health.folderOf(document.uri);
  if (folder?.phase === 'ready' && folder.sources === 0 && !folder.shared) {
    const text = l10n.t('There are no sources to cite from in the folder {0} yet.', folder.name);
    offer(text, l10n.t('Choose Sources…'), 'sourcewright.chooseSources');
    return false;
  }
  return true;
}

function offer(text: string, action: string, command: string) {
  void information(text, action).then((chosen) => {
    if (chosen) void commands.executeCommand(command);
  });
}

async function choose(
  step: SearchStep,
  editor: TextEditor,
): Promise<{ row: PassageRow; words: ChosenWords } | undefined> {
  let found: Found = { query: oneLine(editor.document.getText(editor.selection)) };
  for (;;) {
    const chosen = await chooseRow(step, found);
    if (!chosen) return undefined;
    found = chosen;
    const { row } = chosen;
    const sentences = await sentencesOf(step.server, row);
    const words = await chooseWords(chosen, sentences, formsFromSettings(editor.document.uri), step.preview);
    if (!words) return undefined;
    if (words !== 'back') return { row, words };
  }
}

/** A passage that does not fall into sentences is chosen as a whole. */
async function sentencesOf(server: Server, row: PassageRow): Promise<readonly Sentence[]> {
  const { sentences } = await server.sentences(row).catch(() => ({ sentences: [] }));
  return sentences.length > 0 ? sentences : [{ text: row.excerpt, range: row.range }];
}

const queryLength = 200;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, queryLength);
}
