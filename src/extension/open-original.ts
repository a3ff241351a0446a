import { commands, env, extensions, l10n, UIKind, type Uri, window, workspace } from 'vscode';
import { SOURCE_TEXT_SCHEME, SOURCE_TEXT_ENDING, type OriginalResult } from '../protocol/index';
import type { Server } from './server';
import { information } from './tell';
import { offerTrust } from './trust';
import { wayToOriginal } from './way-to-original';

/**
 * Opens the file whose text is shown: at the page where the cursor is, where an editor here can do that; else in the program for
 * it. To that program no page can be told: what stands behind the address of a file, Windows and macOS leave out, and on Linux
 * some desktops find no file then. So the person is told.
 */
export async function openOriginal(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.scheme !== SOURCE_TEXT_SCHEME) return;
  const { uri } = editor.document;
  const file = uri.with({ scheme: 'file', path: uri.path.slice(0, -SOURCE_TEXT_ENDING.length) });
  const { line, character } = editor.selection.active;
  const place = await server.original({ uri: uri.toString(), position: { line, character } });
  if (place.problem !== undefined) {
    void information(place.problem);
    return;
  }
  const way = wayToOriginal({
    path: file.path,
    page: place.page,
    editorPatterns: editorPatterns(),
    isElsewhere: isElsewhere(),
    isTrusted: workspace.isTrusted,
  });
  if (way.kind === 'editor')
    await commands.executeCommand('vscode.open', file.with({ fragment: way.fragment }));
  else if (way.kind === 'told') await tellWhereItLies(file, place);
  else if (way.kind === 'refused')
    await offerTrust(
      l10n.t(
        'Not opened: this workspace is in Restricted Mode, in which Sourcewright hands no file to another program.',
      ),
    );
  else if (await env.openExternal(file)) tellPage(file, place);
}

/** Whether the file lies where no program of this desktop can read it. */
const isElsewhere = (): boolean => env.remoteName !== undefined || env.uiKind === UIKind.Web;

function tellPage(file: Uri, place: OriginalResult): void {
  const where = pageName(place);
  if (where !== undefined) void information(l10n.t('{0}: the passage stands on {1}.', nameOf(file), where));
}

async function tellWhereItLies(file: Uri, place: OriginalResult): Promise<void> {
  const where = pageName(place);
  const elsewhere = l10n.t(
    '{0} lies where no program of this machine can open it. Install an extension that shows such files in the editor, or download it from the Explorer.',
    nameOf(file),
  );
  const show = l10n.t('Show in Explorer');
  const page = where === undefined ? '' : ` ${l10n.t('The passage stands on {0}.', where)}`;
  if ((await information(elsewhere + page, show)) === show)
    await commands.executeCommand('revealInExplorer', file);
}

/** As the document numbers it, and its number in the file where that is another. */
function pageName({ page, label }: OriginalResult): string | undefined {
  if (page === undefined) return undefined;
  return label === undefined || label === String(page)
    ? l10n.t('page {0}', page)
    : l10n.t('page {0} (number {1} in the file)', label, page);
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** Patterns of what extensions show in editors of their own, as viewers of PDF do. */
const editorPatterns = (): string[] =>
  extensions.all.flatMap(({ packageJSON }) => {
    const { contributes } = packageJSON as {
      contributes?: { customEditors?: readonly { selector?: readonly { filenamePattern?: string }[] }[] };
    };
    const selectors = contributes?.customEditors?.flatMap(({ selector }) => selector ?? []) ?? [];
    return selectors.flatMap(({ filenamePattern }) => filenamePattern ?? []);
  });
