import { Engine } from 'citeproc';
import type { CslItem } from './csl-item';
import { readRichText, type RichText } from './rich-text';

/** A style and the locales it is printed in, as the XML that their files hold. */
export interface StyleText {
  readonly style: string;
  /** By language tag, `en-US` among them: what the style falls back to. */
  readonly locales: Readonly<Record<string, string>>;
  /** The language wanted; undefined: the style's own. */
  readonly language?: string;
}

/** One citation of a group, in CSL's terms. */
export interface CitedItem {
  readonly id: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly label?: string;
  readonly locator?: string;
  readonly suppressAuthor?: boolean;
}

/** The citations of one bracket; `inText`: the first one's author stands in the sentence. */
export interface CitedGroup {
  readonly items: readonly CitedItem[];
  readonly inText: boolean;
}

/** A draft's citations and list of references, as they are printed. */
export interface PrintedReferences {
  /** The style cites in notes: what is printed of a group stands in its note. */
  readonly inNotes: boolean;
  /** One for each group, in order. */
  readonly groups: readonly PrintedGroup[];
  readonly entries: readonly PrintedEntry[];
}

export interface PrintedGroup {
  /** What stands in the sentence before the citation: the author, of one in the text. */
  readonly author?: RichText;
  readonly text: RichText;
}

export interface PrintedEntry {
  readonly id: string;
  readonly text: RichText;
}

/** Prints citations in one style. Throws where the style is no style: what it throws is a person's to mend. */
export class ReferencePrinter {
  private readonly engine: Engine;
  private items: ReadonlyMap<string, CslItem> = new Map();

  constructor({ style, locales, language }: StyleText) {
    this.engine = new Engine(
      {
        retrieveLocale: (tag) => locales[tag] ?? false,
        retrieveItem: (id) => ({ ...this.items.get(id) }),
      },
      style,
      language ?? 'en-US',
      language !== undefined,
    );
  }

  /** Prints a draft's groups in order, and the references of what they cite; `items` has every id of them. */
  print(items: readonly CslItem[], groups: readonly CitedGroup[]): PrintedReferences {
    this.items = new Map(items.map((item) => [item.id, item]));
    const inNotes = this.engine.opt.xclass === 'note';
    const printed = this.engine.rebuildProcessorState(
      groups.map((group, at) => ({
        citationID: `group-${at}`,
        citationItems: group.items.map((item, nth) => citeprocItem(item, group.inText && nth === 0)),
        properties: { noteIndex: inNotes ? at + 1 : 0 },
      })),
      'html',
      [],
    );
    const texts = new Map(printed.map(([id, , text]) => [id, text]));
    return {
      inNotes,
      groups: groups.map((group, at) => ({
        ...(group.inText && { author: this.author(group.items[0], citedBefore(groups, at)) }),
        text: begun(readRichText(withoutMarker(texts.get(`group-${at}`) ?? '')), inNotes),
      })),
      entries: this.bibliography(),
    };
  }

  /** Prints the references of some items, each by itself, in the style's order. */
  references(items: readonly CslItem[]): readonly PrintedEntry[] {
    this.items = new Map(items.map((item) => [item.id, item]));
    this.engine.rebuildProcessorState([], 'html', []);
    this.engine.setOutputFormat('html');
    this.engine.updateItems(items.map(({ id }) => id));
    return this.bibliography();
  }

  private bibliography(): readonly PrintedEntry[] {
    const made = this.engine.makeBibliography();
    if (made === false) return [];
    const [{ entry_ids: ids }, entries] = made;
    return entries.map((entry, at) => ({ id: ids[at]?.[0] ?? '', text: readRichText(entry) }));
  }

  /** In notes a name is written out when it is cited first; citeproc knows of groups, not of an author by itself. */
  private author(item: CitedItem | undefined, citedBefore: ReadonlySet<string>): RichText {
    if (!item) return [];
    const { id } = item;
    const cited = { id, 'author-only': true, ...(citedBefore.has(id) && { position: SUBSEQUENT }) };
    return readRichText(this.engine.makeCitationCluster([cited]));
  }
}

/** citeproc's number for a citation of what has been cited. */
const SUBSEQUENT = 1;

const citedBefore = (groups: readonly CitedGroup[], at: number): ReadonlySet<string> =>
  new Set(groups.slice(0, at).flatMap(({ items }) => items.map(({ id }) => id)));

/** What citeproc writes where a style prints nothing, such as an author without a year. */
const withoutMarker = (printed: string): string => printed.replace('[NO_PRINTED_FORM]', '');

/** A note begins with a capital, also where a prefix does not. */
function begun(text: RichText, inNotes: boolean): RichText {
  const [first, ...rest] = text;
  if (!inNotes || !first) return text;
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

function citeprocItem(item: CitedItem, inText: boolean): object {
  const { id, prefix = '', suffix = '', label, locator, suppressAuthor } = item;
  return {
    id,
    ...(prefix !== '' && { prefix: `${prefix} ` }),
    ...(suffix !== '' && { suffix: /^[\p{L}\p{N}]/u.test(suffix) ? ` ${suffix}` : suffix }),
    ...(locator !== undefined && { locator, label }),
    ...((suppressAuthor === true || inText) && { 'suppress-author': true }),
  };
}
