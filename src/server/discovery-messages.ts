import type { Actor, DiscoveredName, Span } from '#corpus-index';

/** What the server asks of the thread that looks for names. `folder` is a URI: each folder is looked through by itself. */
export type DiscoveryRequest =
  | {
      readonly kind: 'survey';
      readonly folder: string;
      readonly path: string;
      /** A source's reading, and its passages in it. */
      readonly text: string;
      readonly passages: readonly Span[];
    }
  | { readonly kind: 'drop'; readonly folder: string; readonly path: string }
  | {
      readonly kind: 'registry';
      readonly folder: string;
      readonly actors: readonly Actor[];
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'discover'; readonly folder: string }
  | { readonly kind: 'leave'; readonly folder: string };

export interface DiscoveryAnswers {
  readonly survey: null;
  readonly drop: null;
  readonly registry: null;
  /** Sources by their path; places count in their readings. */
  readonly discover: readonly DiscoveredName[];
  readonly leave: null;
}
