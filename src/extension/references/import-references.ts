import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { choose, chooseSeveral } from '../choose';
import type { ImportedContent, ImportReferencesResult } from '../../protocol/references';
import { chooseFolder } from '../actors/chosen-name';
import { applyFileEdit } from '../apply-file-edit';
import { plainLabel } from '../plain-label';
import type { Server } from '../server';
import { failure, information } from '../tell';
import { zoteroReferences } from './zotero-api';
import { zoteroFile } from './zotero-setting';

/** References of another program, and how a person knows where they are from. */
interface Origin {
  readonly name: string;
  readonly content: ImportedContent;
}

/** Bytes; the largest libraries have a tenth of it. */
const LARGEST_FILE = 50_000_000;

/** Adds references of another program to sources.yaml, shown in the Refactor Preview first. */
export async function importReferences(server: Server): Promise<void> {
  const folder = await chooseFolder();
  const choice = folder === undefined ? undefined : await chooseOrigin(folder);
  if (folder === undefined || !choice) return;
  try {
    const origin = await choice.open();
    if (origin) await importFrom(server, folder, origin);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void failure(l10n.t('The references could not be read: {0}', why));
  }
}

/** Adds those references of a text to sources.yaml that a person ticks, as they confirm. */
export async function importFrom(server: Server, folder: string, { name, content }: Origin): Promise<void> {
  // What keeps it from being planned is said when it is asked again.
  const planned = await server.importReferences({ folder, content, name }).catch(() => undefined);
  const added = planned?.added ?? [];
  // One alone is taken or left in the preview.
  const isChoice = added.length > 1;
  const wanted = isChoice ? await tick(added, name) : [];
  if (!wanted || (isChoice && wanted.length === 0)) return;
  const ask = () => server.importReferences({ folder, content, name, ...(isChoice && { wanted }) });
  const result = await applyFileEdit(folder, 'sources.yaml', ask, {
    preview: l10n.t('Import from {0}', name),
  });
  if (result) await tell(result, name);
}

/** The keys of those that are ticked, all of them at first; undefined where the person has thought better of it. */
async function tick(
  added: ImportReferencesResult['added'],
  name: string,
): Promise<readonly string[] | undefined> {
  const rows = added.map(({ key, title, file }): QuickPickItem & { readonly key: string } => ({
    key,
    label: plainLabel(title === '' ? `@${key}` : title),
    description: plainLabel(`@${key}`),
    ...(file !== undefined && { detail: plainLabel(file) }),
    picked: true,
  }));
  const ticked = await chooseSeveral(rows, {
    title: l10n.t('Import from {0}', name),
    placeHolder: l10n.t('Which references are to be added to sources.yaml?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return ticked?.map(({ key }) => key);
}

async function chooseOrigin(folder: string) {
  const file = zoteroFile(Uri.parse(folder));
  const origins: (QuickPickItem & { readonly open: () => Promise<Origin | undefined> })[] = [
    { label: l10n.t('A file'), description: 'BibTeX, BibLaTeX, RIS, CSL JSON', open: chooseFile },
    ...(file
      ? [
          {
            label: l10n.t('The file that Zotero exports'),
            description: plainLabel(workspace.asRelativePath(file)),
            open: () => read(file),
          },
        ]
      : []),
    {
      label: l10n.t('Zotero'),
      description: l10n.t('running on this machine'),
      open: async () => ({ name: 'Zotero', content: { text: await zoteroReferences() } }),
    },
  ];
  return choose(origins, {
    title: l10n.t('Import References'),
    placeHolder: l10n.t('Where from?'),
  });
}

async function chooseFile(): Promise<Origin | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Import References'),
      openLabel: l10n.t('Import'),
      filters: { [l10n.t('References')]: ['bib', 'ris', 'json', 'txt'] },
    })) ?? [];
  return file && read(file);
}

/** Its bytes: the server tells their encoding, as the command line does. */
export async function read(file: Uri): Promise<Origin> {
  const name = workspace.asRelativePath(file);
  if ((await workspace.fs.stat(file)).size > LARGEST_FILE)
    throw new Error(l10n.t('{0} is larger than a file of references can be.', name));
  const bytes = await workspace.fs.readFile(file);
  return { name, content: { base64: Buffer.from(bytes).toString('base64') } };
}

async function tell({ added, notes }: ImportReferencesResult, name: string) {
  const said =
    added.length === 0
      ? l10n.t('Nothing in {0} is new.', name)
      : l10n.t('References added to sources.yaml: {0}.', added.length);
  if (notes.length === 0) {
    void information(said);
    return;
  }
  const show = l10n.t('Show Which');
  const left = l10n.t('Left as they are: {0}.', notes.length);
  if ((await information(`${said} ${left}`, show)) !== show) return;
  await window.showTextDocument(await workspace.openTextDocument({ content: `${notes.join('\n')}\n` }));
}
