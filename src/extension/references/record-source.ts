import { l10n, type QuickPickItem, window } from 'vscode';
import { choose } from '../choose';
import type { SourceRecordRow, SourceRecordsResult } from '../../protocol/references';
import { chooseFolder } from '../actors/chosen-name';
import { applyFileEdit } from '../apply-file-edit';
import { plainLabel } from '../plain-label';
import type { Server } from '../server';
import { information, warning } from '../tell';
import { askForFields, askForType } from './record-form';

/** A source that a command is about. */
interface Chosen {
  readonly folder: string;
  readonly row: SourceRecordRow;
  readonly types: readonly string[];
}

/** Writes a source down in sources.yaml: its key, and what its text states of itself. */
export async function recordSource(server: Server): Promise<void> {
  const title = l10n.t('Record Source');
  const chosen = await chooseSource(server, title, ({ isRecorded }) => !isRecorded);
  if (!chosen) return;
  const { folder, row, types } = chosen;
  if (row.isRecorded) {
    void information(l10n.t('@{0} has a record already.', row.key));
    return;
  }
  const type = row.type ?? (await askForType(row.title === '' ? `@${row.key}` : row.title, types));
  if (type === undefined || !(await write(server, chosen, { type }))) return;
  const complete = l10n.t('Complete…');
  const said = l10n.t('@{0} is written down in sources.yaml.', row.key);
  if ((await information(said, complete)) !== complete) return;
  const { rows } = await server.sourceRecords({ folder });
  const written = rows.find(({ key }) => key === row.key);
  if (written) await fillIn(server, { folder, row: written, types });
}

/** Asks for what the reference of a source lacks, and writes it down. */
export async function completeRecord(server: Server): Promise<void> {
  const chosen = await chooseSource(server, l10n.t('Complete Source Record'), lacksSomething);
  if (!chosen) return;
  if (lacksSomething(chosen.row)) await fillIn(server, chosen);
  else void information(l10n.t('The record of @{0} lacks nothing.', chosen.row.key));
}

const lacksSomething = ({ type, missing }: SourceRecordRow): boolean =>
  type === undefined || (missing[type] ?? []).length > 0;

async function fillIn(server: Server, chosen: Chosen): Promise<void> {
  const fields = await askForFields(chosen.row, chosen.types);
  if (fields && Object.keys(fields).length > 0) await write(server, chosen, fields);
}

const write = (server: Server, { folder, row: { key } }: Chosen, fields: Readonly<Record<string, string>>) =>
  applyFileEdit(folder, 'sources.yaml', () => server.recordSource({ folder, key, fields }));

/** The source at hand; else one of those wanted, which a person chooses. */
async function chooseSource(
  server: Server,
  title: string,
  isWanted: (row: SourceRecordRow) => boolean,
): Promise<Chosen | undefined> {
  const folder = await chooseFolder();
  if (folder === undefined) return undefined;
  const found = await server.sourceRecords({ folder, ...atHand() }).catch(() => undefined);
  if (!found) {
    void warning(l10n.t('The Sourcewright server does not answer.'));
    return undefined;
  }
  const row = found.rows.find(({ key }) => key === found.at) ?? (await pick(found, title, isWanted));
  return row && { folder, row, types: found.types };
}

function atHand() {
  const editor = window.activeTextEditor;
  if (!editor) return {};
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

async function pick(
  { rows }: SourceRecordsResult,
  title: string,
  isWanted: (row: SourceRecordRow) => boolean,
): Promise<SourceRecordRow | undefined> {
  const items = rows.filter(isWanted).map((row): QuickPickItem & { readonly row: SourceRecordRow } => ({
    row,
    label: plainLabel(row.title === '' ? `@${row.key}` : row.title),
    description: plainLabel(`@${row.key}`),
    ...(row.path !== undefined && { detail: plainLabel(row.path) }),
  }));
  if (items.length === 0) {
    void information(l10n.t('There is no such source: all is written down.'));
    return undefined;
  }
  const options = {
    title,
    placeHolder: l10n.t('Which source?'),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await choose(items, options))?.row;
}
