import type { CST, Document } from 'yaml';
import { Composer, Lexer, Parser } from 'yaml';
import type { SyntaxError } from './yaml-problems';

export interface ParsedYaml {
  /** Nothing where the text was not read to its end. */
  readonly documents: readonly Document[];
  readonly errors: readonly SyntaxError[];
}

/** Brackets within brackets, or items within items on one line. */
const DEEPEST = 64;
/** Columns: a level of a block takes one at least. */
const WIDEST_INDENTATION = 200;

/**
 * Parses YAML as the `yaml` package does, but stops at nesting that no record has: composing it would
 * exhaust the call stack, and with it sometimes the process.
 */
export function parseYaml(text: string): ParsedYaml {
  const parser = new Parser();
  const nesting = new Nesting();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (nesting.isTooDeep(lexeme))
      return { documents: [], errors: [{ code: 'RESOURCE_EXHAUSTION', pos: [at, at + 1] }] };
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const documents = [...composer.compose(tokens)];
  return { documents, errors: documents.flatMap((document) => document.errors) };
}

/** The lexer's mark before a plain scalar. */
const SCALAR = '\x1f';

/** Follows the lexer, whose lexemes are the text piece by piece, indicators one by one. */
class Nesting {
  private brackets = 0;
  private onLine = 0;
  private previous = '';

  isTooDeep(lexeme: string): boolean {
    const { previous } = this;
    this.previous = lexeme;
    if (previous === SCALAR) return false;
    if (lexeme === '[' || lexeme === '{') return ++this.brackets > DEEPEST;
    if (lexeme === ']' || lexeme === '}') this.brackets = Math.max(0, this.brackets - 1);
    if (lexeme.endsWith('\n')) this.onLine = 0;
    if (lexeme.startsWith(' ') && previous.endsWith('\n')) return lexeme.length > WIDEST_INDENTATION;
    const nests = this.brackets === 0 && (lexeme === '-' || lexeme === '?' || lexeme === ':');
    return nests && ++this.onLine > DEEPEST;
  }
}
