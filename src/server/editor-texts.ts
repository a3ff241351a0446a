/**
 * The texts that editors hold of a folder's files: each counts in place of the file's, unless the editor reads the file in a
 * wrong encoding. Such an editor shows U+FFFD where the file's own reading has none; a file can have the character itself.
 * A file that is deleted is gone, even while something still holds its text (VS Code itself does so for minutes), until the
 * text is edited or the file comes back.
 */
export class EditorTexts {
  /** Files that an editor shows in a wrong encoding. */
  readonly misread = new Set<string>();
  private readonly counting = new Map<string, string>();
  /** Texts that would count, if their files were there. */
  private readonly orphaned = new Map<string, string>();
  /** Texts with more U+FFFD than their files have, or than is known of them yet. */
  private readonly doubted = new Map<string, string>();
  /** How many U+FFFD the file itself has, where it was read. */
  private readonly own = new Map<string, number>();

  /** The text that counts in place of the file's. */
  get(path: string): string | undefined {
    return this.counting.get(path);
  }

  /** `text`: it counts. `file`: the file's own does. `unknown`: the same until the file is read. */
  open(path: string, text: string): 'text' | 'file' | 'unknown' {
    const own = this.own.get(path);
    if (replacementsIn(text) <= (own ?? 0)) {
      this.take(path, text);
      return 'text';
    }
    this.counting.delete(path);
    this.doubted.set(path, text);
    if (own === undefined) return 'unknown';
    this.misread.add(path);
    return 'file';
  }

  /** Whether the file's text has to be read in place of the editor's. */
  close(path: string): boolean {
    this.misread.delete(path);
    this.doubted.delete(path);
    const orphaned = this.orphaned.delete(path);
    return this.counting.delete(path) || orphaned;
  }

  /** The file was read, or could not be; whether the editor's text counts from now on. `own`: how many U+FFFD it has. */
  fileRead(path: string, own: number): boolean {
    this.own.set(path, own);
    const doubted = this.doubted.get(path);
    if (doubted === undefined) return false;
    if (replacementsIn(doubted) > own) {
      this.misread.add(path);
      return false;
    }
    this.take(path, doubted);
    return true;
  }

  fileGone(path: string): void {
    this.own.delete(path);
    const text = this.counting.get(path);
    if (text === undefined) return;
    this.counting.delete(path);
    this.orphaned.set(path, text);
  }

  /** The file is there, perhaps again: an editor's text that waited for it counts. */
  fileThere(path: string): void {
    const text = this.orphaned.get(path);
    if (text !== undefined) this.take(path, text);
  }

  private take(path: string, text: string): void {
    this.misread.delete(path);
    this.doubted.delete(path);
    this.orphaned.delete(path);
    this.counting.set(path, text);
  }
}

/** How many U+FFFD a text has. */
export function replacementsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}
