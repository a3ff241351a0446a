/** Why a reader cannot read a file, as far as it can tell. Its codes are among those of `ReadFailure`. */
export type ReadingProblemCode = 'encrypted' | 'damaged' | 'no-words' | 'too-complex';

/** What a reader throws where it knows what is wrong; `detail` is the library's own word, or empty. */
export class ReadingProblem extends Error {
  constructor(
    readonly code: ReadingProblemCode,
    readonly detail = '',
  ) {
    super(`${code}: ${detail}`);
  }
}
