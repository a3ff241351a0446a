import type { Check } from './check';

/** Terms that pandoc does not read, and the one to write. */
const TERM_FOR: Readonly<Record<string, string>> = {
  par: 'para.',
  pars: 'paras.',
  para: 'para.',
  paras: 'paras.',
  parag: 'para.',
  prgh: 'para.',
  abs: 'para.',
  absatz: 'para.',
  rn: 'para.',
  pg: 'p.',
  pgs: 'pp.',
  pag: 'p.',
  s: 'p.',
  seite: 'p.',
  ch: 'chap.',
  chap: 'chap.',
  chs: 'chaps.',
  cap: 'chap.',
  kap: 'chap.',
  sec: 'sec.',
  sect: 'sec.',
  vol: 'vol.',
  bd: 'vol.',
  fn: 'n.',
  p: 'p.',
  pp: 'pp.',
};

/** `par. 1`, `para 3`, `,para.3`: the term and its number. */
const NEAR_TERM = /^[\s,]*((\p{L}+)\.?[\s~\u00A0]*(\d+(?:\s*[-–]\s*\d+)?))(?![\p{L}\p{N}])/u;

/** What stands behind a key looks like a locator and is not read as one: the citation names no place. */
export const unreadLocator: Check = ({ citations }) =>
  citations.flatMap(({ citation: { suffix, locator, span } }) => {
    const found = locator ? undefined : NEAR_TERM.exec(suffix);
    const term = TERM_FOR[found?.[2]?.toLowerCase() ?? ''];
    if (!found || term === undefined) return [];
    return [
      {
        code: 'unread-locator',
        severity: 'information',
        message: `"${found[1] ?? ''}" is not read as a locator; write "${term} ${found[3] ?? ''}".`,
        span,
      },
    ];
  });
