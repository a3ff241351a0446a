import {
  l10n,
  type MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { PassageUse, SourceRow } from '../../protocol/cited';
import { plainText } from '../plain-label';
import { textCard, treeRow } from '../tree-row';
import { usesText } from '../uses-text';
import type { SourceNode } from './nodes';

type NodeOf<Kind extends SourceNode['kind']> = Extract<SourceNode, { kind: Kind }>;

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** A row of the Sources view. What sources and records say is shown as it stands, never as markup. */
export function treeItem(node: SourceNode): TreeItem {
  switch (node.kind) {
    case 'folder':
      return treeRow(node.name, Expanded, ['folder', node.folder], { iconPath: ThemeIcon.Folder });
    case 'unread':
      return treeRow(l10n.t('Not Read'), Collapsed, ['unread', node.folder], {
        description: String(node.files.length),
        iconPath: warning(),
        tooltip: l10n.t('What cannot be cited, with the reason. Quotations from it are not checked.'),
      });
    case 'file':
      return fileItem(node);
    case 'source':
      return sourceItem(node);
    case 'passage':
      return passageItem(node);
    case 'more':
      return treeRow(moreText(node), None, ['more', node.id]);
  }
}

const warning = (): ThemeIcon => new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

const fileItem = ({ folder, file: { uri, path, reason } }: NodeOf<'file'>): TreeItem =>
  treeRow(path, None, ['file', folder, uri, path], {
    description: plainText(reason),
    iconPath: warning(),
    accessibilityInformation: { label: `${plainText(path)}: ${plainText(reason)}` },
  });

function sourceItem({ folder, source }: NodeOf<'source'>): TreeItem {
  const { key, title, passages, admiralty } = source;
  const facts = [coverText(source), admiralty ?? '', plainText(title)];
  return treeRow(key, passages > 0 ? Collapsed : None, ['source', folder, key], {
    description: facts.filter((fact) => fact !== '').join(' · '),
    iconPath: new ThemeIcon('book'),
    accessibilityInformation: {
      label: [plainText(key), ...facts].filter((fact) => fact !== '').join(', '),
    },
  });
}

/** What a row says when the mouse rests on it, where that is more than the row itself. */
export function rowCard(node: SourceNode): MarkdownString | undefined {
  switch (node.kind) {
    case 'file':
      return textCard(node.file.path, [node.file.reason]);
    case 'source':
      return sourceCard(node.source);
    case 'passage': {
      const { locator, excerpt } = node.passage;
      return textCard(locator, [excerpt, usedText(node.passage)]);
    }
    case 'folder':
    case 'unread':
    case 'more':
      return undefined;
  }
}

const sourceCard = (source: SourceRow): MarkdownString =>
  textCard(source.title === '' ? source.key : source.title, [
    source.authors.join(', '),
    `@${source.key} · ${source.path}`,
    citedText(source),
    source.admiralty === undefined ? '' : l10n.t('Reliability and credibility: {0}', source.admiralty),
  ]);

const coverText = ({ use, passages }: SourceRow): string =>
  use ? l10n.t('{0} of {1} cited', use.cited, passages) : l10n.t('{0} passages', passages);

function citedText({ passages, use }: SourceRow): string {
  if (!use) return l10n.t('{0} passages', passages);
  const { cited, citations, drafts } = use;
  const cover = l10n.t('{0} passages: {1} cited, {2} uncited', passages, cited, passages - cited);
  return citations === 0 ? cover : `${cover}. ${usesText(citations, drafts)}`;
}

function passageItem({ uri, passage }: NodeOf<'passage'>): TreeItem {
  const { folder, key, n } = passage;
  const citations = passage.use?.citations ?? 0;
  const locator = plainText(passage.locator);
  return treeRow(passage.excerpt, None, ['passage', folder, key, String(n)], {
    description: citations > 0 ? `${locator} · ${citations}×` : locator,
    iconPath: citations > 0 ? new ThemeIcon('quote') : new ThemeIcon('circle-small'),
    accessibilityInformation: {
      label: `${[locator, usedText(passage)].filter((part) => part !== '').join(', ')}: ${plainText(passage.excerpt)}`,
    },
    command: {
      title: l10n.t('Show in Source'),
      command: 'sourcewright.openPassage',
      arguments: [{ uri, range: passage.range, beside: false }],
    },
  });
}

/** Nothing while it is not known. */
const usedText = ({ use }: PassageUse): string => (use ? usesText(use.citations, use.drafts) : '');

const moreText = ({ count, of }: NodeOf<'more'>): string =>
  of === 'sources' ? l10n.t('and {0} more sources', count) : l10n.t('and {0} more passages', count);
