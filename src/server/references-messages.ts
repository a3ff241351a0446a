import type { CslItem } from '../language/references/csl-item';
import type { ReadReferences } from '../language/references/exchange';
import type {
  CitedGroup,
  PrintedEntry,
  PrintedReferences,
  StyleText,
} from '../language/references/print-references';

/** What the server asks of the thread that prints references, and reads those of other programs. */
export type PrintRequest =
  | {
      readonly kind: 'draft';
      readonly style: StyleText;
      readonly items: readonly CslItem[];
      readonly groups: readonly CitedGroup[];
    }
  | { readonly kind: 'references'; readonly style: StyleText; readonly items: readonly CslItem[] }
  | { readonly kind: 'read'; readonly text: string; readonly name: string };

export interface PrintAnswers {
  readonly draft: PrintedReferences;
  readonly references: readonly PrintedEntry[];
  /** Or why they cannot be read. */
  readonly read: ReadReferences | string;
}
