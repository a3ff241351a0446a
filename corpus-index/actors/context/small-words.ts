/** So much of a long text is looked through. */
const REACH = 60_000;

/** Whether a text has words in small letters, remembered for each word that was asked for. */
export class SmallWords {
  private readonly known = new Map<string, boolean>();

  private readonly text: string;

  constructor(text: string) {
    this.text = text.slice(0, REACH);
  }

  has(word: string): boolean {
    let found = this.known.get(word);
    if (found === undefined) this.known.set(word, (found = this.find(word)));
    return found;
  }

  private find(word: string): boolean {
    const { text } = this;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
    }
    return false;
  }
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}'’-]/u.test(character);
