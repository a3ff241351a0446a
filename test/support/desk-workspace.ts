import { longDraftSources } from './long-draft';
import { MARKUP } from './review-workspace';

const WALL =
  'It began.\n\nThe wall was not built to last. Everybody knew.\n\nThe council met twice in June.\n\nIt rained.\n';
/** `MARKUP` as it is shown: without the controls of direction. */
export const SHOWN_MARKUP =
  '<img src=x onerror=alert(1)> [link](command:workbench.action.quit) <b>bold</b> right';

/** Two citations with quotations, one of markup, one of an unknown key. */
export const SHORT_DRAFT = `# The wall

It was weak: “The wall was built to last” [@wall, para. 2]. They met [@wall, para. 3].

The book has ${MARKUP} in it [@markup, para. 1]. Nobody knows more [@nobody].

The last line.

`;
const OTHER = `They said: “The council met twice in June” [@wall].\n\n${'Again [@wall]. '.repeat(8)}\n`;

/** Sources of which some are cited, one cannot be read and one is called what would be markup; drafts that cite them. */
export const DESK_WORKSPACE: Readonly<Record<string, string>> = {
  ...longDraftSources(),
  'sources/wall.txt': WALL,
  'sources/markup.txt': `${MARKUP} stood in the book.\n\n$(trash) Nothing else did.\n`,
  'sources/broken.pdf': 'This is no PDF.',
  'sources.yaml': [
    'references:',
    '  - { id: wall, type: book, title: The Wall, file: sources/wall.txt, custom: { reliability: B, credibility: 2 } }',
    `  - { id: markup, type: book, title: ${JSON.stringify(MARKUP)}, file: sources/markup.txt }`,
    '',
  ].join('\n'),
  'drafts/short.md': SHORT_DRAFT,
  'drafts/other.md': OTHER,
  'drafts/bare.md': 'Nothing.\n',
  // Filled by the test that needs it.
  'drafts/long.md': 'Later.\n',
};
