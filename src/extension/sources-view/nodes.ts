import type { PassageUse, SourceRow, UnreadSource } from '../../protocol/cited';

/** What the Sources view shows, from the workspace's folders down to passages. */
export type SourceNode =
  | { readonly kind: 'folder'; readonly folder: string; readonly name: string }
  | { readonly kind: 'unread'; readonly folder: string; readonly files: readonly UnreadSource[] }
  | { readonly kind: 'file'; readonly folder: string; readonly file: UnreadSource }
  | { readonly kind: 'source'; readonly folder: string; readonly source: SourceRow }
  /** Its `folder`, `key` and `n` name the passage to the server. */
  | { readonly kind: 'passage'; readonly uri: string; readonly passage: PassageUse }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly count: number;
      readonly of: 'sources' | 'passages';
    };
