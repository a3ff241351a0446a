import type { CslItem } from '../language/references/csl-item';
import type {
  CitedGroup,
  PrintedEntry,
  PrintedReferences,
  StyleText,
} from '../language/references/print-references';

/** What the server asks of the thread that prints references. */
export type PrintRequest =
  | {
      readonly kind: 'draft';
      readonly style: StyleText;
      readonly items: readonly CslItem[];
      readonly groups: readonly CitedGroup[];
    }
  | { readonly kind: 'references'; readonly style: StyleText; readonly items: readonly CslItem[] };

export interface PrintAnswers {
  readonly draft: PrintedReferences;
  readonly references: readonly PrintedEntry[];
}
