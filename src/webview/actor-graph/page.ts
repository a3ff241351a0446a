import type { GraphTexts } from '../../protocol/actor-graph-page';
import type {
  ActorGraphResult,
  ActorSummary,
  DatedPassageRow,
  MentionSource,
  Range,
} from '../../protocol/index';
import type { PageState } from './page-state';

/** What the parts of the page draw from, and how they say what a person did. */
export interface Page {
  readonly state: PageState;
  readonly graph: ActorGraphResult;
  readonly texts: GraphTexts;
  /** Where what is selected is named; undefined until it is known. */
  readonly passages: readonly MentionSource[] | undefined;
  /** Takes the change and draws what it concerns. */
  readonly change: (change: Partial<PageState>) => void;
  readonly open: (uri: string, range: Range) => void;
}

/** The actors that are selected, as far as the graph has them. */
export const selectedActors = ({ state, graph }: Page): ActorSummary[] =>
  state.selected.flatMap((id) => graph.actors.find((actor) => actor.id === id) ?? []);

/** Who is named together with an actor, the most often first. */
export function partners(graph: ActorGraphResult, at: number): { actor: ActorSummary; passages: number }[] {
  return graph.links.flatMap(({ a, b, passages }) => {
    const actor = a === at ? graph.actors[b] : b === at ? graph.actors[a] : undefined;
    return actor ? [{ actor, passages }] : [];
  });
}

/** The dated passages: of those who are selected, or of all. */
export function datedOf({ state, graph }: Page): DatedPassageRow[] {
  const wanted = state.selected.flatMap((id) => {
    const at = graph.actors.findIndex((actor) => actor.id === id);
    return at < 0 ? [] : [at];
  });
  return graph.dated.filter(({ actors }) => wanted.every((at) => actors.includes(at)));
}
