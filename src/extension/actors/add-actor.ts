import { l10n, type QuickPickItem } from 'vscode';
import { choose } from '../choose';
import type { NameArgument } from '../../protocol/index';
import { plainLabel, plainText } from '../plain-label';
import type { Server } from '../server';
import { statusMessage } from '../tell';
import { applyActorsEdit } from './apply-actors-edit';
import { chooseName, type ChosenName } from './chosen-name';

/** Makes an actor of a name: a person says what kind it is of, the likeliest stands first. */
export async function addActor(server: Server, given?: NameArgument): Promise<void> {
  const title = l10n.t('Add Name as Actor');
  const chosen = await chooseName(server, title, given);
  const schema = chosen && (await chooseSchema(chosen, title));
  if (!chosen || schema === undefined) return;
  const { folder, name } = chosen;
  const answer = await applyActorsEdit(folder, () => server.addActor({ folder, name, schema }));
  if (answer) statusMessage('check', l10n.t('{0} is an actor now.', name));
}

const schemata = (): readonly (readonly [schema: string, description: string])[] => [
  ['Person', l10n.t('a human being')],
  ['Organization', l10n.t('a group, party, army, movement or association')],
  ['PublicBody', l10n.t('a ministry, agency or other organ of a state')],
  ['Company', l10n.t('a business')],
  ['LegalEntity', l10n.t('a person or organisation, unknown which')],
  ['Country', l10n.t('a state')],
  ['Address', l10n.t('a place')],
];

async function chooseSchema({ name, discovered }: ChosenName, title: string): Promise<string | undefined> {
  const items = schemata().map(([schema, description]): QuickPickItem => {
    const isGuess = schema === discovered?.schema;
    return {
      label: schema,
      description,
      ...(isGuess && { detail: plainLabel(discovered.reason), picked: true }),
    };
  });
  items.sort((a, b) => Number(b.picked ?? false) - Number(a.picked ?? false));
  const placeHolder = l10n.t('What is {0}?', plainText(name));
  return (await choose(items, { title, placeHolder }))?.label;
}
