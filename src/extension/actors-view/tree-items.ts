import { l10n, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import { plainText } from '../plain-label';
import { textCard, treeRow } from '../tree-row';
import { kindIcon, kindsLabel } from './kinds';
import type { DiscoveredName } from '../../protocol/index';
import type { ActorNode } from './nodes';

type NodeOf<Kind extends ActorNode['kind']> = Extract<ActorNode, { kind: Kind }>;

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** A row of the Actors view. Names, positions and passages are other people's words: shown as they stand, never as markup. */
export function treeItem(node: ActorNode): TreeItem {
  switch (node.kind) {
    case 'folder':
      return treeRow(node.name, Expanded, ['folder', node.folder], { iconPath: ThemeIcon.Folder });
    case 'group':
      return treeRow(kindsLabel(node.of), Expanded, ['group', node.folder, node.of], {
        description: String(node.actors.length),
        iconPath: new ThemeIcon(kindIcon(node.of)),
      });
    case 'actor':
      return actorItem(node);
    case 'source':
      return sourceItem(node);
    case 'passage':
      return passageItem(node);
    case 'more':
      return treeRow(moreText(node), None, ['more', node.id]);
    case 'names':
      return treeRow(l10n.t('Not in the Registry'), Collapsed, ['names', node.folder], {
        iconPath: new ThemeIcon('lightbulb'),
        tooltip: l10n.t('Names that the sources have and no actor of actors.yaml claims.'),
      });
    case 'name':
      return nameItem(node);
  }
}

function actorItem({ folder, actor }: NodeOf<'actor'>): TreeItem {
  const { id, name, mentions } = actor;
  const position = plainText(actor.position);
  const count = mentions === 0 ? l10n.t('not named') : String(mentions);
  return treeRow(name, mentions > 0 ? Collapsed : None, ['actor', folder, id], {
    description: position === '' ? count : `${count} · ${position}`,
    tooltip: textCard(name, [actor.position, actor.summary, mentionsText(actor)]),
    accessibilityInformation: {
      label: [plainText(name), mentionsText(actor), position].filter((part) => part !== '').join(', '),
    },
  });
}

function mentionsText({ mentions, sources }: NodeOf<'actor'>['actor']): string {
  if (mentions === 0) return l10n.t('not named in the sources');
  const times = mentions === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions);
  return sources === 1 ? l10n.t('{0} in 1 source', times) : l10n.t('{0} in {1} sources', times, sources);
}

const sourceItem = ({ folder, actor, source }: NodeOf<'source'>): TreeItem =>
  treeRow(source.reference, Collapsed, ['source', folder, actor, source.key], {
    description: String(source.mentions),
    tooltip: plainText(source.title),
    accessibilityInformation: {
      label:
        source.mentions === 1
          ? l10n.t('{0}, 1 mention', plainText(source.reference))
          : l10n.t('{0}, {1} mentions', plainText(source.reference), source.mentions),
    },
  });

const passageItem = ({ id, uri, passage, place }: NodeOf<'passage'>): TreeItem =>
  treeRow(passage.excerpt, None, ['passage', id], {
    description: passage.mentions > 1 ? `${plainText(place)} · ${passage.mentions}×` : plainText(place),
    tooltip: plainText(passage.excerpt),
    command: {
      title: l10n.t('Show in Source'),
      command: 'sourcewright.openPassage',
      arguments: [{ uri, range: passage.range, beside: false }],
    },
  });

function nameItem({ folder, name, discovered }: NodeOf<'name'>): TreeItem {
  const state = discovered.passages.length > 0 ? Collapsed : None;
  return treeRow(name, state, ['name', folder, name], {
    description: String(discovered.count),
    tooltip: textCard(name, [...nameFacts(discovered), l10n.t('{0} times in the sources', discovered.count)]),
  });
}

function nameFacts({ name, variants, reason, aliasOf }: DiscoveredName): string[] {
  const others = variants.map(({ text }) => text).filter((text) => text !== name);
  const maybe = aliasOf.map((one) => l10n.t('Perhaps {0}: {1}', one.name, one.reason));
  return [reason, others.length > 0 ? l10n.t('Also: {0}', others.join(', ')) : '', ...maybe];
}

const moreText = ({ count, of }: NodeOf<'more'>): string =>
  of === 'actors' ? l10n.t('and {0} more actors', count) : l10n.t('and {0} more passages', count);
