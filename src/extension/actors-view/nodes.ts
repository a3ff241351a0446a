import type {
  ActorKind,
  ActorSummary,
  DiscoveredName,
  MentionPassage,
  MentionSource,
} from '../../protocol/index';

/** What the Actors view shows, from the workspace's folders down to passages. */
export type ActorNode =
  | { readonly kind: 'folder'; readonly folder: string; readonly name: string }
  | {
      readonly kind: 'group';
      readonly folder: string;
      readonly of: ActorKind;
      readonly actors: readonly ActorSummary[];
    }
  | { readonly kind: 'actor'; readonly folder: string; readonly actor: ActorSummary }
  | {
      readonly kind: 'source';
      readonly folder: string;
      readonly actor: string;
      readonly source: MentionSource;
    }
  | {
      readonly kind: 'passage';
      readonly id: string;
      readonly uri: string;
      readonly passage: Pick<MentionPassage, 'excerpt' | 'range' | 'mentions'>;
      readonly place: string;
    }
  | { readonly kind: 'more'; readonly id: string; readonly count: number; readonly of: 'actors' | 'passages' }
  | { readonly kind: 'names'; readonly folder: string }
  /** Its `folder` and `name` are the argument of the commands in the row. */
  | {
      readonly kind: 'name';
      readonly folder: string;
      readonly name: string;
      readonly discovered: DiscoveredName;
    };
