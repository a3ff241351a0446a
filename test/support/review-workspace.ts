/** Words that must be shown as words: markup, links, commands, controls that turn the direction of writing. */
export const MARKUP =
  '<img src=x onerror=alert(1)> [link](command:workbench.action.quit) <b>bold</b> \u202Eright\u202C';

/** A paragraph that no other resembles so much that it could be meant. */
const paragraph = (place: string, n: number): string =>
  `On day ${n} the ${place} gauge stood at ${n * 7} inches, and the keeper wrote nothing down. It was read again at noon.`;

const source = (place: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${paragraph(place, at + 1)}\n`).join('\n');

/** A sentence of a draft that quotes a paragraph word for word. */
const quoting = (place: string, n: number): string =>
  `For day ${n} the book says: “On day ${n} the ${place} gauge stood at ${n * 7} inches” [@${place}, para. ${n}].`;

/** The second citation dropped words, the third names a paragraph that is not there. */
function draft(): string {
  const upper = Array.from({ length: 20 }, (_, at) => quoting('upper', at + 1));
  const lower = Array.from({ length: 19 }, (_, at) => quoting('lower', at + 1));
  upper[1] = upper[1]!.replace('stood at 14', 'stood at 41');
  upper[2] = upper[2]!.replace('para. 3', 'para. 33');
  upper[3] = `The keeper wrote ${MARKUP} and nothing else [@markup, para. 1].`;
  return [...upper, ...lower, 'Nobody wrote anything down on the seventh [@lower, para. 7].\n'].join('\n\n');
}

/** A draft with 40 citations of three sources; the last cites the same paragraph as the 27th. */
export const REVIEW_WORKSPACE: Readonly<Record<string, string>> = {
  'sources/upper.txt': source('upper', 20),
  'sources/lower.txt': source('lower', 19),
  'sources/markup.txt': `${MARKUP} stood in the book.\n\nNothing else did.\n`,
  'sources.yaml': [
    'references:',
    '  - id: markup',
    '    type: book',
    `    title: ${JSON.stringify(MARKUP)}`,
    '    file: sources/markup.txt',
    '    custom: { reliability: B, credibility: 2 }',
    '',
  ].join('\n'),
  'drafts/gauges.md': draft(),
  // A repository of git, so that it says who decides.
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config':
    '[core]\n\trepositoryformatversion = 0\n[user]\n\tname = Reviewer\n\temail = r@example.org\n',
  '.git/objects/info/none': '',
  '.git/refs/heads/none': '',
};
