import * as path from 'node:path';
import { env, l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import { choose } from '../choose';
import type { ExportInputsResult } from '../../protocol/references';
import type { DocumentRoles } from '../document-roles';
import type { Server } from '../server';
import { failure, information, isConfirmed, warning } from '../tell';
import { exportByPandoc, hasCodeToRun, hasPandoc, pdfEngine, type PandocOutcome } from './pandoc';

const FORMATS = [
  { label: 'Word', description: '.docx', ending: 'docx' },
  { label: 'PDF', description: '.pdf', ending: 'pdf' },
  { label: 'HTML', description: '.html', ending: 'html' },
] as const;

const INSTALL = 'https://pandoc.org/installing.html';
const INSTALL_ENGINE = 'https://pandoc.org/MANUAL.html#creating-a-pdf';

/** Hands the draft to pandoc, with its references and their style; a person decides whether its problems stand in the way. */
export async function exportReport(server: Server, roles: DocumentRoles): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || document.isUntitled || (await roles.of(document.uri)) !== 'draft') {
    void information(l10n.t('Open the draft that is to be exported, and save it.'));
    return;
  }
  if (!workspace.isTrusted) {
    void warning(l10n.t('Nothing is exported in Restricted Mode: pandoc reads what the draft names.'));
    return;
  }
  if (!(await isForPandoc(document))) return;
  const target = await chooseTarget(document);
  if (target === undefined) return;
  const engine = isPdf(target) ? await pdfEngine() : undefined;
  if (isPdf(target) && engine === undefined) {
    await offerEngine();
    return;
  }
  if (!(await document.save())) return;
  // The check is of the text that is saved: what pandoc reads.
  const inputs = await server.exportInputs({ draft: document.uri.toString() }).catch(noAnswer);
  if (inputs.problem !== undefined) void warning(inputs.problem);
  if (inputs.style === undefined || !(await isWanted(inputs))) return;
  const outcome = await exportTo(document, target, { ...inputs, style: inputs.style, engine });
  if (outcome) await tell(target, inputs, outcome);
}

const noAnswer = (): ExportInputsResult => ({
  ...{ references: '[]', errors: 0, warnings: 0 },
  problem: l10n.t('Nothing was exported: the Sourcewright server does not answer.'),
});

/** Whether pandoc is there and to make the report; says why where it is not. */
async function isForPandoc({ uri }: TextDocument): Promise<boolean> {
  if (hasCodeToRun(uri.path) && !(await isTextWanted())) return false;
  if (await hasPandoc()) return true;
  await offerPandoc();
  return false;
}

/** Tells who makes the report of such a draft, and asks whether its text is wanted all the same. */
const isTextWanted = (): Promise<boolean> =>
  isConfirmed(
    l10n.t('Quarto makes the report of this draft: run “quarto render” in a terminal.'),
    l10n.t(
      'pandoc alone runs none of its code: cells come out as code, figures are missing, and references to them stay as they are written.',
    ),
    l10n.t('Export the Text Anyway'),
  );

async function offerPandoc() {
  await offer(l10n.t('Reports are exported by pandoc, which is not installed, or not in the PATH.'), INSTALL);
}

async function offerEngine() {
  const missing = l10n.t(
    'pandoc makes a PDF by another program, such as LaTeX, WeasyPrint or Typst, and none is installed, or in the PATH. A Word file needs none.',
  );
  await offer(missing, INSTALL_ENGINE);
}

async function offer(missing: string, page: string) {
  const how = l10n.t('How to Install It');
  if ((await warning(missing, how)) === how) await env.openExternal(Uri.parse(page));
}

const isPdf = (target: string): boolean => /\.pdf$/i.test(target);

async function chooseTarget({ uri }: TextDocument): Promise<string | undefined> {
  const title = l10n.t('Export Report');
  const format = await choose(FORMATS, { title });
  if (!format) return undefined;
  const { dir, name } = path.parse(uri.fsPath);
  const chosen = await window.showSaveDialog({
    title,
    defaultUri: Uri.file(path.join(dir, `${name}.${format.ending}`)),
    filters: { [format.label]: [format.ending] },
  });
  return chosen && (await completed(chosen.fsPath, format.ending));
}

/** With the ending that pandoc knows the format by: some dialogs leave it out. So it is never the draft's own file either. */
async function completed(file: string, ending: string): Promise<string | undefined> {
  if (file.toLowerCase().endsWith(`.${ending}`)) return file;
  const whole = `${file}.${ending}`;
  const isThere = await workspace.fs.stat(Uri.file(whole)).then(
    () => true,
    () => false,
  );
  // The dialog has asked about another name.
  const isFree =
    !isThere ||
    (await isConfirmed(
      l10n.t('{0} exists already.', path.basename(whole)),
      l10n.t('The report takes its place.'),
      l10n.t('Replace'),
    ));
  return isFree ? whole : undefined;
}

/** Tells what the check has found, and asks. */
async function isWanted(found: ExportInputsResult): Promise<boolean> {
  if (found.errors + found.warnings === 0) return true;
  const anyway = l10n.t('Export Anyway');
  const detail = l10n.t('They stand in Problems. Readers of the report will not see them.');
  return isConfirmed(foundBy(found), detail, anyway);
}

const foundBy = ({ errors, warnings }: ExportInputsResult): string =>
  errors + warnings === 0
    ? l10n.t('The check has found nothing wrong in the draft.')
    : l10n.t('The check has found this in the draft: {0}.', counted(errors, warnings));

const counted = (errors: number, warnings: number): string =>
  [
    ...(errors > 0 ? [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)] : []),
    ...(warnings > 0 ? [warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)] : []),
  ].join(', ');

/** Undefined where the person has stopped it. */
async function exportTo(
  { uri }: TextDocument,
  target: string,
  {
    references,
    style,
    locale,
    engine,
  }: ExportInputsResult & { readonly style: string; readonly engine: string | undefined },
): Promise<PandocOutcome | undefined> {
  const title = l10n.t('Exporting by pandoc');
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort();
    });
    const inputs = { draft: uri.fsPath, target, references, style, locale, engine };
    const outcome = await exportByPandoc(inputs, stop.signal);
    return stop.signal.aborted ? undefined : outcome;
  });
}

async function tell(target: string, found: ExportInputsResult, { failed, said }: PandocOutcome) {
  if (failed) {
    void failure(l10n.t('The report was not exported. pandoc says: {0}', said));
    return;
  }
  const open = l10n.t('Open');
  const done = `${l10n.t('Exported: {0}.', path.basename(target))} ${foundBy(found)}`;
  const chosen =
    said === ''
      ? await information(done, open)
      : await warning(`${done} ${l10n.t('pandoc says: {0}', said)}`, open);
  if (chosen === open) await env.openExternal(Uri.file(target));
}
