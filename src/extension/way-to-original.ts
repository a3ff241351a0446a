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
  /** Whether the person trusts the workspace: else no file of it is handed to another program. */
  readonly isTrusted: boolean;
}

/** In an editor here, with what stands behind `#` in its address; by the desktop's program for it; else it is refused where such a program may not have it, or told where it lies where none can. */
export type WayToOriginal =
  | { readonly kind: 'editor'; readonly fragment: string }
  | { readonly kind: 'program' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'told' };

/** What the editor itself shows of formats that are read. */
const SHOWN_AS_TEXT = /\.(?:html?|xhtml|mht|mhtml|eml)$/i;

/** An editor for such files is best, as it can be told the page; then the program for it, as far as one can and may have the file. */
export function wayToOriginal(original: OriginalToOpen): WayToOriginal {
  const { path, page, editorPatterns, isElsewhere, isTrusted } = original;
  if (editorPatterns.some((pattern) => isFor(pattern, path)))
    return { kind: 'editor', fragment: page === undefined ? '' : `page=${page}` };
  if (!isElsewhere && isTrusted) return { kind: 'program' };
  if (SHOWN_AS_TEXT.test(path)) return { kind: 'editor', fragment: '' };
  return { kind: isElsewhere ? 'told' : 'refused' };
}

/** As far as patterns name an ending, which those of viewers do: `*.pdf`. */
function isFor(pattern: string, path: string): boolean {
  const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase();
  return ending !== undefined && pattern.toLowerCase().endsWith(ending);
}
