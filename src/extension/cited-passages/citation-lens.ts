import {
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Location,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { CitedPassage } from '../../protocol/cited';
import { SOURCE_TEXT_SCHEME } from '../../protocol/index';
import { toEditorRange } from '../convert';
import type { DraftWatch } from '../draft-watch';
import type { Server } from '../server';
import { usesText } from '../uses-text';

/** Sources as an editor shows them; the server knows which of these files are none. */
export const SOURCE_DOCUMENTS = [
  { scheme: 'file', language: 'plaintext' },
  { scheme: 'file', language: 'markdown' },
  { scheme: SOURCE_TEXT_SCHEME },
];

const SETTING = 'sourcewright.citedPassages.codeLens';
const SHOW = 'sourcewright.showCitations';

/** A line above each passage that drafts cite: how often, and a click lists where. */
export function createCitationLenses(server: Server, drafts: DraftWatch): Disposable {
  const changed = new EventEmitter<void>();
  const tell = () => {
    changed.fire();
  };
  return Disposable.from(
    changed,
    drafts.onDidChange(tell),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) tell();
    }),
    languages.registerCodeLensProvider(SOURCE_DOCUMENTS, {
      onDidChangeCodeLenses: (listener: () => void) => changed.event(listener),
      provideCodeLenses: async (document, token) => {
        if (!isWanted(document, SETTING)) return [];
        const asked = { source: document.uri.toString() };
        const { passages } = await server.citedPassages(asked, token);
        return passages.map((passage) => lens(document.uri, passage));
      },
    }),
    // Not in the manifest: only a line above a passage runs it.
    commands.registerCommand(SHOW, showCitations),
  );
}

export const isWanted = (document: TextDocument, setting: string): boolean =>
  workspace.getConfiguration('', document).get(setting, true);

function lens(uri: Uri, passage: CitedPassage): CodeLens {
  const { start } = toEditorRange(passage.range);
  return new CodeLens(new Range(start, start), {
    title: usesText(passage.citations.length, passage.drafts),
    tooltip: l10n.t('List the citations'),
    command: SHOW,
    arguments: [uri.toString(), passage],
  });
}

async function showCitations(source: string, { range, citations }: CitedPassage): Promise<void> {
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(source),
    toEditorRange(range).start,
    citations.map((one) => new Location(Uri.parse(one.uri), toEditorRange(one.range))),
  );
}
