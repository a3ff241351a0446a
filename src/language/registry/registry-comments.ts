import { Lexer } from 'yaml';

/** Whether a text still has all comments of another. */
export function keepsComments(before: string, after: string): boolean {
  const left = commentsIn(after);
  return commentsIn(before).every(({ text }) => {
    const at = left.findIndex((one) => one.text === text);
    return at >= 0 && left.splice(at, 1).length > 0;
  });
}

/** The lexer's own marks, which have no place in the text: of a document, of an error, of a scalar. */
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

/** The comments of a YAML text, from `#` to the end of the line. */
export function commentsIn(text: string): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    // What follows the mark of a scalar is the scalar.
    const isMark = MARKS.has(lexeme);
    if (lexeme.startsWith('#') && previous !== '\x1f') found.push({ text: lexeme.trimEnd(), start });
    if (!isMark) start += lexeme.length;
    previous = lexeme;
  }
  return found;
}
