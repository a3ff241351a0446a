import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { env, l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExportInputsResult } from '../protocol/references';
import type { DocumentRoles } from './document-roles';
import type { Server } from './server';

const FORMATS = [
  { label: 'Word', description: '.docx', ending: 'docx' },
  { label: 'PDF', description: '.pdf', ending: 'pdf' },
  { label: 'HTML', description: '.html', ending: 'html' },
] as const;

const INSTALL = 'https://pandoc.org/installing.html';

/** Hands the draft to pandoc, with its references and their style; a person decides whether its problems stand in the way. */
export async function exportReport(server: Server, roles: DocumentRoles): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || document.isUntitled || (await roles.of(document.uri)) !== 'draft') {
    void window.showInformationMessage(l10n.t('Open the draft that is to be exported, and save it.'));
    return;
  }
  if (!workspace.isTrusted) {
    void window.showWarningMessage(
      l10n.t('Nothing is exported in Restricted Mode: pandoc reads what the draft names.'),
    );
    return;
  }
  if (!(await hasPandoc())) {
    await offerPandoc();
    return;
  }
  const inputs = await server.exportInputs({ draft: document.uri.toString() }).catch(noAnswer);
  if (inputs.problem !== undefined) void window.showWarningMessage(inputs.problem);
  if (inputs.style === undefined || !(await isWanted(inputs))) return;
  const target = await chooseTarget(document);
  if (!target || !(await document.save())) return;
  await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Exporting by pandoc') },
    () => exportTo(document, target, inputs),
  );
}

const noAnswer = (): ExportInputsResult => ({
  ...{ references: '[]', errors: 0, warnings: 0 },
  problem: l10n.t('Nothing was exported: the Sourcewright server does not answer.'),
});

async function offerPandoc() {
  const how = l10n.t('How to Install It');
  const chosen = await window.showWarningMessage(
    l10n.t('Reports are exported by pandoc, which is not installed, or not in the PATH.'),
    how,
  );
  if (chosen === how) await env.openExternal(Uri.parse(INSTALL));
}

/** Tells what the check has found, and asks. */
async function isWanted({ errors, warnings }: ExportInputsResult): Promise<boolean> {
  if (errors + warnings === 0) return true;
  const anyway = l10n.t('Export Anyway');
  const detail = l10n.t('They stand in Problems. Readers of the report will not see them.');
  const message = l10n.t('The check has found {0} errors and {1} warnings in this draft.', errors, warnings);
  return (await window.showWarningMessage(message, { modal: true, detail }, anyway)) === anyway;
}

async function chooseTarget({ uri }: TextDocument): Promise<string | undefined> {
  const format = await window.showQuickPick(FORMATS, { title: l10n.t('Export Report') });
  if (!format) return undefined;
  const { dir, name } = path.parse(uri.fsPath);
  const chosen = await window.showSaveDialog({
    defaultUri: Uri.file(path.join(dir, `${name}.${format.ending}`)),
    filters: { [format.label]: [format.ending] },
  });
  return chosen?.fsPath;
}

async function exportTo(
  document: TextDocument,
  target: string,
  { references, style = '' }: ExportInputsResult,
) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sourcewright-'));
  try {
    const bibliography = path.join(folder, 'references.json');
    await fs.writeFile(bibliography, references);
    const draft = document.uri.fsPath;
    const failure = await pandoc(path.dirname(draft), [
      ...['--from', 'markdown', '--standalone', '--citeproc', '--csl', style, '--bibliography', bibliography],
      ...['--output', target, draft],
    ]);
    if (failure === undefined) await offerToOpen(target);
    else void window.showErrorMessage(l10n.t('The report was not exported. pandoc says: {0}', failure));
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

async function offerToOpen(target: string) {
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(l10n.t('Exported: {0}', path.basename(target)), open);
  if (chosen === open) await env.openExternal(Uri.file(target));
}

const hasPandoc = async (): Promise<boolean> => (await pandoc(os.tmpdir(), ['--version'])) === undefined;

/** Undefined where all went well, else what it says is wrong. */
const pandoc = (cwd: string, args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile('pandoc', [...args], { cwd, maxBuffer: 1 << 24 }, (error, _, stderr) => {
      resolve(error ? stderr.trim() || error.message : undefined);
    });
  });
