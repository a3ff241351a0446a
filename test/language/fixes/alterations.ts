import fc from 'fast-check';
import { splitText } from '#corpus-index';
import { corpusOf } from '../../support/corpus-of';

/** Prose written for the purpose: names, numbers, negations, nested marks, dashes, and what Markdown would take for markup. */
const WALL = [
  'The wall at Ostrey was “not built to last,” said Ada Verne, who had drawn it. Everybody on the council knew that, reportedly, and nobody wrote it down — not once in eleven years.',
  'By the spring of 1998 the sand had gone from its foot; 214 of the 300 piles stood free [see the map]. The harbour office measured them twice, and sent its letter to a firm that had closed.',
  'He told the clerk, “Write: ‘It has come too late to be read.’ Then shut the book.” The clerk, who was a careful man, wrote both sentences. They can be read there still.',
  'On the night of the storm the key could not be found. Two people went from house to house with a lamp; a third, Bram Okoye, cut the chain with a file that he had used on nothing but skates.',
  'Nobody drowned. The mayor said afterwards that this had been the plan, and that it would be a mistake to look for any other reason.',
].join('\n\n');
const TIDE = [
  'A tide of that height comes once in eighteen years, or twice in one winter, as the fishermen say who do not believe in averages.',
  'The gauge at the pilot stair shows 4.3 metres; the one at the ramp, which is newer, shows 4.6 and is thought to be right.',
].join('\n\n');

export const corpus = corpusOf({
  'wall.txt': WALL,
  'tide.txt': TIDE,
  'sources.yaml':
    'references:\n  - id: verne2014\n    file: wall.txt\n    author: [{family: Verne, given: Ada}]\n    issued: 2014\n  - id: tide\n    file: tide.txt\n',
});

const paragraphs = [
  ...splitText(WALL).passages.map((passage) => ({ ...passage, key: 'verne2014', text: WALL })),
  ...splitText(TIDE).passages.map((passage) => ({ ...passage, key: 'tide', text: TIDE })),
];

/** Words of one paragraph, and the citation that is right for them. */
export const slices = fc
  .tuple(fc.constantFrom(...paragraphs), fc.nat(), fc.integer({ min: 8, max: 22 }))
  .map(([{ text, start, end, n, key }, from, length]) => {
    const words = text.slice(start, end).split(/\s+/);
    const first = from % Math.max(1, words.length - length);
    return { words: words.slice(first, first + length), key, n };
  });

const edit = (words: readonly string[], at: number, count: number, ...put: string[]): string[] =>
  words.toSpliced(at % words.length, count, ...put);

/** What writers do to words. */
export const alterations: Readonly<Record<string, (words: readonly string[], at: number) => string[]>> = {
  'a word dropped': (words, at) => edit(words, at, 1),
  'three words dropped': (words, at) => edit(words, at, 3),
  'a word added': (words, at) => edit(words, at, 0, 'certainly'),
  'a word replaced': (words, at) => edit(words, at, 1, 'harbours'),
  'a capital changed': (words, at) =>
    words.map((word, number) => (number === at % words.length ? turned(word) : word)),
};

function turned(word: string): string {
  const first = word.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + word.slice(1);
}

/** Words with the source's double marks as a quotation within a quotation has them. */
const inner = (words: readonly string[], open: string, close: string): string[] =>
  words.map((word) => word.replaceAll('“', open).replaceAll('”', close));

/** Places of a quotation in a draft: how it looks there, with its citation. */
export const shapes: Readonly<Record<string, (words: readonly string[], citation: string) => string>> = {
  'a block quote': (words, citation) => `Before it.\n\n> ${words.join(' ')} [${citation}]\n\nBehind it.\n`,
  'a wrapped block quote in a list, with CRLF': (words, citation) =>
    `- One:\r\n\r\n  > ${wrapped(words).join('\r\n  > ')}\r\n  >\r\n  > [${citation}]\r\n\r\n- Two\r\n`,
  'curly marks': (words, citation) =>
    `She wrote “${inner(words, '‘', '’').join(' ')}” [${citation}] and left.\n`,
  'straight marks': (words, citation) =>
    `She wrote "${wrapped(inner(words, "'", "'")).join('\n')}" [see ${citation}, emphasis mine].\n`,
  'German marks': (words, citation) => `Sie schrieb: „${inner(words, '‚', '‘').join(' ')}“ [${citation}].\n`,
  'a table': (words, citation) =>
    `| a | b |\n|---|---|\n| “${inner(words, '‘', '’').join(' ')}” [${citation}] | c |\n`,
  'a footnote': (words, citation) =>
    `So it was.[^1]\n\n[^1]: “${inner(words, '‘', '’').join(' ')}” [${citation}].\n`,
  'a sentence with emphasis': (words, citation) => {
    const own = inner(words, '‘', '’');
    return `“${own.slice(0, 3).join(' ')} *${own.slice(3, 5).join(' ')}* ${own.slice(5).join(' ')},” as [${citation}] has it.\n`;
  },
};

function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 6) lines.push(words.slice(at, at + 6).join(' '));
  return lines;
}
