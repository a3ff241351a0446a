import { l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
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
    tooltip: textCard(path, [reason]),
    accessibilityInformation: { label: `${plainText(path)}: ${plainText(reason)}` },
  });

function sourceItem({ folder, source }: NodeOf<'source'>): TreeItem {
  const { key, title, authors, path, passages, admiralty } = source;
  const facts = [coverText(source), admiralty ?? '', plainText(title)];
  return treeRow(key, passages > 0 ? Collapsed : None, ['source', folder, key], {
    description: facts.filter((fact) => fact !== '').join(' · '),
    iconPath: new ThemeIcon('book'),
    tooltip: textCard(title === '' ? key : title, [
      authors.join(', '),
      `@${key} · ${path}`,
      citedText(source),
      admiralty === undefined ? '' : l10n.t('Reliability and credibility: {0}', admiralty),
    ]),
    accessibilityInformation: {
      label: [plainText(key), ...facts].filter((fact) => fact !== '').join(', '),
    },
  });
}

const coverText = ({ cited, passages }: NodeOf<'source'>['source']): string =>
  l10n.t('{0} of {1} cited', cited, passages);

function citedText({ passages, cited, citations, drafts }: NodeOf<'source'>['source']): string {
  const cover = l10n.t('{0} passages: {1} cited, {2} uncited', passages, cited, passages - cited);
  return citations === 0 ? cover : `${cover}. ${usesText(citations, drafts)}`;
}

function passageItem({ uri, passage }: NodeOf<'passage'>): TreeItem {
  const { folder, key, n, citations, drafts } = passage;
  const locator = plainText(passage.locator);
  return treeRow(passage.excerpt, None, ['passage', folder, key, String(n)], {
    description: citations > 0 ? `${locator} · ${citations}×` : locator,
    iconPath: citations > 0 ? new ThemeIcon('quote') : new ThemeIcon('circle-small'),
    tooltip: textCard(locator, [passage.excerpt, usesText(citations, drafts)]),
    accessibilityInformation: {
      label: `${locator}, ${usesText(citations, drafts)}: ${plainText(passage.excerpt)}`,
    },
    command: {
      title: l10n.t('Show in Source'),
      command: 'sourcewright.openPassage',
      arguments: [{ uri, range: passage.range, beside: false }],
    },
  });
}

const moreText = ({ count, of }: NodeOf<'more'>): string =>
  of === 'sources' ? l10n.t('and {0} more sources', count) : l10n.t('and {0} more passages', count);
