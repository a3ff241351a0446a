import {
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { CitationOutcome } from '../../protocol/cited';
import { plainText } from '../plain-label';
import { textCard, treeRow } from '../tree-row';
import type { CitationStore } from './citation-store';
import {
  type CitationGroup,
  filterCitations,
  groupCitations,
  type Grouping,
  type ListedCitation,
} from './group-citations';
import { outcomeIcon, outcomeSentence, outcomeTitle } from './outcome-texts';

/** What a person chose to see. */
export interface CitationTreeChoice {
  readonly by: Grouping;
  /** Only citations with these words; empty: all. */
  readonly filter: string;
}

export type CitationNode =
  | { readonly kind: 'group'; readonly group: CitationGroup }
  | { readonly kind: 'citation'; readonly citation: ListedCitation; readonly by: Grouping }
  | { readonly kind: 'more'; readonly count: number };

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** So many citations are shown at once where nothing is wrong with them. */
const FEW = 30;

/** Shows the store's citations in groups. */
export class CitationTree implements TreeDataProvider<CitationNode>, Disposable {
  readonly #store: CitationStore;
  readonly #changed = new EventEmitter<undefined>();
  #choice: CitationTreeChoice;
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;

  constructor(store: CitationStore, choice: CitationTreeChoice) {
    this.#store = store;
    this.#choice = choice;
  }

  get choice(): CitationTreeChoice {
    return this.#choice;
  }

  set choice(choice: CitationTreeChoice) {
    this.#choice = choice;
    this.refresh();
  }

  /** Those that the filter lets through. */
  get shown(): readonly ListedCitation[] {
    return filterCitations(this.#store.citations, this.#choice.filter);
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(node?: CitationNode): CitationNode[] {
    const { by } = this.#choice;
    if (node) {
      const citations = node.kind === 'group' ? node.group.citations : [];
      return citations.map((citation) => ({ kind: 'citation', citation, by: groupingOf(node) ?? by }));
    }
    const groups: CitationNode[] = groupCitations(this.shown, by).map((group) => ({ kind: 'group', group }));
    const { left } = this.#store;
    return left > 0 ? [...groups, { kind: 'more', count: left }] : groups;
  }

  getTreeItem(node: CitationNode): TreeItem {
    switch (node.kind) {
      case 'group':
        return this.#groupItem(node.group);
      case 'citation':
        return this.#citationItem(node.citation, node.by);
      case 'more':
        return treeRow(l10n.t('and {0} more citations', node.count), None, ['more']);
    }
  }

  /** Only for the row that the mouse rests on: of thousands, each would be sent to the window with its card. */
  resolveTreeItem(item: TreeItem, node: CitationNode): TreeItem {
    if (node.kind === 'citation') item.tooltip = citationCard(node.citation);
    return item;
  }

  #groupItem({ by, name, citations, problems }: CitationGroup): TreeItem {
    const isOpen = problems > 0 || this.#store.citations.length <= FEW;
    const count = String(citations.length);
    const inAll =
      by === 'verdict' || problems === 0 ? count : l10n.t('{0}, {1} with problems', count, problems);
    return treeRow(groupTitle(by, name, citations), isOpen ? Expanded : Collapsed, ['group', by, name], {
      description: inAll,
      iconPath: groupIcon(by, name),
      ...(by === 'verdict' && { tooltip: outcomeSentence(name as CitationOutcome) }),
    });
  }

  #citationItem(citation: ListedCitation, by: Grouping): TreeItem {
    const { id, outcome, words, draftName } = citation;
    const place = placeOf(citation);
    const draft = this.#store.scope === 'all' && by !== 'draft' ? plainText(draftName) : '';
    const label = plainText(words) === '' ? place : words;
    return treeRow(label, None, ['citation', id], {
      description: [place, draft].filter((part) => part !== '').join(' · '),
      iconPath: outcomeIcon(outcome),
      accessibilityInformation: {
        label: [outcomeTitle(outcome), place, draft, plainText(words)]
          .filter((part) => part !== '')
          .join(', '),
      },
      command: {
        title: l10n.t('Show in Draft'),
        command: 'sourcewright.showCitationInDraft',
        arguments: [id],
      },
    });
  }
}

const placeOf = ({ key, locator }: ListedCitation): string =>
  plainText(locator === undefined ? `@${key}` : `@${key}, ${locator}`);

const citationCard = (citation: ListedCitation): MarkdownString =>
  textCard(placeOf(citation), [
    citation.words,
    citation.reference,
    outcomeSentence(citation.outcome),
    citation.draftName,
  ]);

const groupingOf = (node: CitationNode): Grouping | undefined =>
  node.kind === 'group' ? node.group.by : undefined;

function groupTitle(by: Grouping, name: string, [first]: readonly ListedCitation[]): string {
  if (by === 'verdict') return outcomeTitle(name as CitationOutcome);
  return by === 'draft' ? (first?.draftName ?? name) : name;
}

function groupIcon(by: Grouping, name: string): ThemeIcon {
  if (by === 'verdict') return outcomeIcon(name as CitationOutcome);
  return new ThemeIcon(by === 'source' ? 'book' : 'file-text');
}
