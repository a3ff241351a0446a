import { MarkdownString, TreeItem, type TreeItemCollapsibleState } from 'vscode';
import { plainText } from './plain-label';

/** A row of a view. The identity keeps it open and selected when the view is filled anew; its first word is what menus go by. */
export function treeRow(
  label: string,
  state: TreeItemCollapsibleState,
  identity: readonly string[],
  more: Partial<TreeItem> = {},
): TreeItem {
  const id = JSON.stringify(identity);
  const contextValue = identity[0] ?? '';
  return Object.assign(new TreeItem(plainText(label), state), { id, contextValue }, more);
}

/** A card with a title. Appended as text: nothing in it can become a link, an icon or markup. */
export function textCard(title: string, paragraphs: readonly string[]): MarkdownString {
  const card = new MarkdownString().appendMarkdown('**').appendText(plainText(title)).appendMarkdown('**');
  for (const text of paragraphs.map(plainText)) if (text !== '') card.appendMarkdown('\n\n').appendText(text);
  return card;
}
