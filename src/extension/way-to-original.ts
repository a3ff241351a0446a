/** What is known of the file and of the window when the original of a source's text is to be opened. */
export interface OriginalToOpen {
  /** Of the file. */
  readonly path: string;
  /** Its number in the file, where the format has pages. */
  readonly page?: number | undefined;
  /** Patterns of the files that extensions show in editors of their own. */
  readonly editorPatterns: readonly string[];
  /** Whether the file lies where no program of this desktop can read it: in a remote window, in a browser. */
  readonly isElsewhere: boolean;
}

/** In an editor here, with what stands behind `#` in its address; by the desktop's program for it; or it can only be told where it lies. */
export type WayToOriginal =
  | { readonly kind: 'editor'; readonly fragment: string }
  | { readonly kind: 'program' }
  | { readonly kind: 'told' };

/** What the editor itself shows of formats that are read. */
const SHOWN_AS_TEXT = /\.(?:html?|xhtml|mht|mhtml|eml)$/i;

/** An editor for such files is best, as it can be told the page; then the program for it, as far as one can reach the file. */
export function wayToOriginal({ path, page, editorPatterns, isElsewhere }: OriginalToOpen): WayToOriginal {
  if (editorPatterns.some((pattern) => isFor(pattern, path)))
    return { kind: 'editor', fragment: page === undefined ? '' : `page=${page}` };
  if (!isElsewhere) return { kind: 'program' };
  return SHOWN_AS_TEXT.test(path) ? { kind: 'editor', fragment: '' } : { kind: 'told' };
}

/** As far as patterns name an ending, which those of viewers do: `*.pdf`. */
function isFor(pattern: string, path: string): boolean {
  const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase();
  return ending !== undefined && pattern.toLowerCase().endsWith(ending);
}
