import type { ActorGraphResult, DatedChoice, MentionSource } from './actors';
import type { Range } from './index';

/** What the actor graph's web view and the extension say to each other. */
export type ToGraphPage =
  | {
      readonly type: 'graph';
      readonly graph: ActorGraphResult;
      readonly choice: GraphChoice;
      readonly texts: GraphTexts;
    }
  /** The passages that name these actors, as asked for. */
  | {
      readonly type: 'passages';
      readonly actors: readonly string[];
      readonly sources: readonly MentionSource[];
    }
  /** Nothing could be read. */
  | { readonly type: 'failed'; readonly message: string };

export type FromGraphPage =
  /** The page has loaded, or a person chose otherwise: it wants the graph. */
  | { readonly type: 'graph'; readonly choice: GraphChoice; readonly dated?: DatedChoice }
  | { readonly type: 'passages'; readonly actors: readonly string[]; readonly source?: string }
  | { readonly type: 'open'; readonly uri: string; readonly range: Range };

/** What a person chose to see. */
export interface GraphChoice {
  /** URI of the folder. */
  readonly folder: string;
  /** Key of the only source that counts. */
  readonly source?: string;
  /** Only actors with so many mentions. */
  readonly minimum: number;
}

/** What the page says, in the editor's language; `{0}` stands for a number or name. */
export interface GraphTexts {
  readonly heading: string;
  readonly views: string;
  readonly graph: string;
  readonly timeline: string;
  readonly table: string;
  readonly source: string;
  readonly allSources: string;
  readonly minimum: string;
  readonly rows: string;
  readonly actors: string;
  readonly pairs: string;
  readonly dates: string;
  readonly sourceDates: string;
  readonly shown: string;
  readonly all: string;
  readonly rowsShown: string;
  readonly incomplete: string;
  readonly noRegistry: string;
  readonly noMentions: string;
  readonly noDates: string;
  readonly graphLabel: string;
  readonly timelineLabel: string;
  readonly graphHelp: string;
  readonly node: string;
  readonly year: string;
  readonly allYears: string;
  readonly onlyNaming: string;
  readonly allActors: string;
  readonly yearChosen: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly person: string;
  readonly group: string;
  readonly otherKind: string;
  readonly name: string;
  readonly kind: string;
  readonly mentions: string;
  readonly passages: string;
  readonly sources: string;
  readonly namedWith: string;
  readonly and: string;
  readonly date: string;
  readonly place: string;
  readonly names: string;
  readonly passage: string;
  readonly title: string;
  readonly details: string;
  readonly chooseActor: string;
  readonly mentionCount: string;
  readonly sharedCount: string;
  readonly morePassages: string;
  readonly close: string;
  readonly kinds: Readonly<Record<string, string>>;
}
