import assert from 'node:assert/strict';
import { splitMarkdown, splitText } from '#corpus-index';

/** What a person counts in each text: `1 words`, or the reason and the words of what is not counted. */
const SHAPES: Record<string, readonly (readonly [name: string, text: string, rows: readonly string[]])[]> = {
  'readers’ comments': [
    [
      'keeps the text below a section heading that begins with a number',
      'They met.\n\n3 Responses to the crisis\n\nThe first was a wall.\n\nLeave a Reply\n\nName *',
      [
        '1 They met.',
        'heading: 3 Responses to the crisis',
        '2 The first was a wall.',
        'comment-form: Leave a Reply',
        'comment-form: Name *',
      ],
    ],
    [
      'keeps a sentence that counts responses',
      'They met.\n\n12 responses to the questionnaire were counted.\n\nNobody read them.',
      ['1 They met.', '2 12 responses to the questionnaire were counted.', '3 Nobody read them.'],
    ],
    [
      'keeps numbered sections even where a reader answers below',
      'It fell.\n\n2 Causes\n\nSand.\n\n3 Comments on the draft\n\nAda Verne wrote:\n\n“It is low.”',
      [
        '1 It fell.',
        'heading: 2 Causes',
        '2 Sand.',
        'heading: 3 Comments on the draft',
        '3 Ada Verne wrote:',
        '4 “It is low.”',
      ],
    ],
    [
      'drops what readers said, by its signs',
      'It fell.\n\n2 Responses to A Wall\n\nAda says:\n\nMarch 3, 2014 at 5:02 pm\n\nI saw it.\n\nReply',
      [
        '1 It fell.',
        'comment: 2 Responses to A Wall',
        'comment: Ada says:',
        'comment: March 3, 2014 at 5:02 pm',
        'comment: I saw it.',
        'comment: Reply',
      ],
    ],
    [
      'keeps an article below its count of comments',
      'A Wall\n\n12 Comments\n\n3 May 2019, 14:02\n\nIt fell.\n\nNobody drowned.\n\nLeave a Reply',
      [
        'title: A Wall',
        'comment: 12 Comments',
        'byline: 3 May 2019, 14:02',
        '1 It fell.',
        '2 Nobody drowned.',
        'comment-form: Leave a Reply',
      ],
    ],
    [
      'knows the comment forms of other languages',
      'Die Mauer fiel.\n\n3 Kommentare\n\nKommentar verfassen\n\nLaisser un commentaire\n\nDeja un comentario\n\nLascia un commento\n\nReageer',
      [
        '1 Die Mauer fiel.',
        'comment: 3 Kommentare',
        'comment-form: Kommentar verfassen',
        'comment-form: Laisser un commentaire',
        'comment-form: Deja un comentario',
        'comment-form: Lascia un commento',
        'comment-form: Reageer',
      ],
    ],
  ],
  'pages, kickers and headers': [
    [
      'drops page numbers and running heads',
      'A Wall Report\n\nIt fell.\n\n- 2 -\n\nA Wall Report  3\n\nIt rose.\n\nPage 3 of 9\n\nNobody knew.\n\n4',
      [
        'title: A Wall Report',
        '1 It fell.',
        'running-head: - 2 -',
        'running-head: A Wall Report 3',
        '2 It rose.',
        'running-head: Page 3 of 9',
        '3 Nobody knew.',
        'running-head: 4',
      ],
    ],
    [
      'takes no kicker for the title, and drops whom to ask behind the end mark',
      'FOR IMMEDIATE RELEASE\n\nA Wall Falls\n\nIt fell.\n\n-ENDS-\n\nContact:\nAda Verne\nada@example.org\n\nThe firm is old.',
      [
        'site-banner: FOR IMMEDIATE RELEASE',
        'title: A Wall Falls',
        '1 It fell.',
        'notice: -ENDS-',
        'notice: Contact: Ada Verne ada@example.org',
        '2 The firm is old.',
      ],
    ],
    [
      'keeps a sign that only parts sections',
      'It fell.\n\n###\n\nIt rose.\n\n###',
      ['1 It fell.', 'separator: ###', '2 It rose.', 'notice: ###'],
    ],
    [
      'drops the header of an e-mail',
      'From: Ada Verne <a@example.org>\nTo: Bert\nSubject: The wall\nDate: 24 March 2014\n\nDear Bert,\n\nIt fell.',
      [
        'byline: From: Ada Verne <a@example.org>',
        'byline: To: Bert',
        'byline: Subject: The wall',
        'byline: Date: 24 March 2014',
        '1 Dear Bert,',
        '2 It fell.',
      ],
    ],
    [
      'drops menus, buttons and links to topics',
      'Menu\nHome\nWorld\nThe Lantern\n\nA Wall\n\nSun 11 Nov 2018 09.00 GMT\n\nShare\nTweet\n\nIt fell.\n\nTopics\nWalls\nHarbour',
      [
        'site-banner: Menu',
        'site-banner: Home',
        'site-banner: World The Lantern',
        'title: A Wall',
        'byline: Sun 11 Nov 2018 09.00 GMT',
        'sharing: Share',
        'sharing: Tweet',
        '1 It fell.',
        'sharing: Topics Walls Harbour',
      ],
    ],
    [
      'reads a title, a byline and a body without blank lines',
      'A Wall Too Low\nBy Ada Verne\nThe sea came in at three in the morning and\nnobody woke.',
      [
        'title: A Wall Too Low',
        'byline: By Ada Verne',
        '1 The sea came in at three in the morning and nobody woke.',
      ],
    ],
    [
      'takes an underlined line for a heading, and the line below it for a rule',
      'A wall\n======\n\nIt fell.\n\nWhy did it fall?\n----------------\nNobody knew.',
      [
        'title: A wall',
        'separator: ======',
        '1 It fell.',
        'heading: Why did it fall?',
        'separator: ----------------',
        '2 Nobody knew.',
      ],
    ],
  ],
  'speech, lists and verse': [
    [
      'keeps what is said behind a dash',
      'He asked.\n\n— Is it low?\n\n— No\n\nHe left.',
      ['1 He asked.', '2 — Is it low?', '3 — No', '4 He left.'],
    ],
    [
      'keeps items that a sentence runs through',
      'It is so:\n\n(a) the sand is gone;\n\n(b) the mortar is gone; and\n\n(c) the gate is shut.',
      ['1 It is so:', '2 (a) the sand is gone;', '3 (b) the mortar is gone; and', '4 (c) the gate is shut.'],
    ],
    [
      'numbers each speech of a transcript',
      'Q: Was the wall low?\nA: It was low, and I said so in a letter that I wrote in the week before the\nmeeting.\nQ: Who read it?\nA: Nobody',
      [
        '1 Q: Was the wall low?',
        '2 A: It was low, and I said so in a letter that I wrote in the week before the meeting.',
        '3 Q: Who read it?',
        '4 A: Nobody',
      ],
    ],
    [
      'keeps a speech of one word, and an item among numbered paragraphs',
      'THE CHAIR: Is it low?\n\nDR VERNE: No\n\nIt is noted.\n\n3.1 He left.\n\n3.2 Apologies from the chair\n\n3.3 She left.',
      [
        '1 THE CHAIR: Is it low?',
        '2 DR VERNE: No',
        '3 It is noted.',
        '4 3.1 He left.',
        '5 3.2 Apologies from the chair',
        '6 3.3 She left.',
      ],
    ],
    [
      'numbers legal paragraphs and wrapped bullets',
      'They agree:\n\n1. The wall is low.\n2. It shall be raised.\n\n- Sand that came\n  from the bay. It was wet.\n- Wind.',
      [
        '1 They agree:',
        '2 1. The wall is low.',
        '3 2. It shall be raised.',
        '4 - Sand that came from the bay. It was wet.',
        '5 - Wind.',
      ],
    ],
    [
      'keeps a numbered list, and drops numbered headings',
      'It begins.\n\n1. Causes\n\n1.1 Sand\n\nIt went.\n\n1. Sand\n\n2. Wind\n\nIt ended.',
      [
        '1 It begins.',
        'heading: 1. Causes',
        'heading: 1.1 Sand',
        '2 It went.',
        '3 1. Sand',
        '4 2. Wind',
        '5 It ended.',
      ],
    ],
    [
      'takes a stanza for one passage, whatever its lines are',
      'The Wall\n\nThe harbour slept\nThe ships were gone\nAnd all was still at\nHome\n\nThe sea came in\nAnd took the wall away',
      [
        'title: The Wall',
        '1 The harbour slept The ships were gone And all was still at Home',
        '2 The sea came in And took the wall away',
      ],
    ],
    [
      'takes an address for one passage',
      'The letter went out.\n\nHarbour Office\n12 Quay Street\nPellhaven\n\nIt came back.',
      ['1 The letter went out.', '2 Harbour Office 12 Quay Street Pellhaven', '3 It came back.'],
    ],
  ],
  lines: [
    [
      'parts sentences of a text without blank lines also behind its longest line',
      'The clerk read the letter of the third of March to all who were there.\nNobody spoke.\nIt was late.',
      [
        '1 The clerk read the letter of the third of March to all who were there.',
        '2 Nobody spoke.',
        '3 It was late.',
      ],
    ],
    [
      'parts paragraphs by their indented first lines',
      '    The harbour was closed for three days, and the ships lay outside in\nthe roads.\n    Nobody was hurt, though the harbour master had her arm in a long sling.\n    It was late.',
      [
        '1 The harbour was closed for three days, and the ships lay outside in the roads.',
        '2 Nobody was hurt, though the harbour master had her arm in a long sling.',
        '3 It was late.',
      ],
    ],
    [
      'joins a wrapped line that happens to begin like an item',
      'Die Mauer wurde in der Nacht vom Freitag auf den Samstag, am Morgen des\n12. November, zerstört, und niemand weiß, warum die Mauer nicht höher war.\n\nEs war so.',
      [
        '1 Die Mauer wurde in der Nacht vom Freitag auf den Samstag, am Morgen des 12. November, zerstört, und niemand weiß, warum die Mauer nicht höher war.',
        '2 Es war so.',
      ],
    ],
    [
      'keeps the last word of a wrapped paragraph that reads like a button or a byline',
      'It fell.\n\nBy daylight houses stood in water, and the mayor was on his way back to his\nhome\n\nIt was designed in the spring of that long year by a man from abroad, called\nby Ada Verne.',
      [
        '1 It fell.',
        '2 By daylight houses stood in water, and the mayor was on his way back to his home',
        '3 It was designed in the spring of that long year by a man from abroad, called by Ada Verne.',
      ],
    ],
    ['takes a text of one paragraph as a passage', 'The wall was low', ['1 The wall was low']],
  ],
};

const PROSE = [
  '(c) the gate does not close.',
  'Copyright reform divided the parliament for years.',
  'Updated maps were handed to every soldier.',
  'Follow us on the path to victory, he told them in the square.',
  'More from him came in May.',
  'Share with others what you have.',
  'Topics: war and peace were on the table.',
  'Watch: this is how he began…',
  'Leave a comment on the door, she said.',
  'Next story told of was the flood.',
  'Photo by photo the wall was measured.',
  'Translated from the Arabic, the word means a door.',
  'The report was poorly translated, the mayor said.',
  'We use cookies at Christmas, she said.',
  'Sign up for the war, he said.',
];

const FURNITURE = [
  ['notice', '© 2014 The Lantern'],
  ['notice', '(c) 2014 The Lantern. All rights reserved.'],
  ['notice', 'Copyright The Lantern 2014'],
  ['notice', 'Last updated: 3 May 2019, 14:02'],
  ['notice', 'Updated 3 hours ago'],
  ['sharing', 'Follow us on Facebook and Twitter'],
  ['sharing', 'More from Local News'],
  ['sharing', 'Tags: war, peace'],
  ['sharing', 'Read more: Who keeps the key?'],
  ['sharing', 'Sign up for our weekly newsletter.'],
] as const;

function outline(text: string): string[] {
  const { passages, dropped } = splitText(text);
  return [
    ...passages.map(({ n, start, end }) => ({ start, row: `${n} ${text.slice(start, end)}` })),
    ...dropped.map(({ reason, start, end }) => ({ start, row: `${reason}: ${text.slice(start, end)}` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ row }) => row.replace(/\s+/g, ' '));
}

for (const [subject, shapes] of Object.entries(SHAPES)) {
  describe(`splitting plain text: ${subject}`, () => {
    for (const [name, text, rows] of shapes) {
      it(name, () => {
        assert.deepEqual(outline(text), rows);
      });
      it(`${name}, with CRLF`, () => {
        assert.deepEqual(outline(text.replaceAll('\n', '\r\n')), rows);
      });
    }
  });
}

describe('splitting plain text: what the web wraps around an article', () => {
  for (const sentence of PROSE) {
    it(`keeps “${sentence}”`, () => {
      const text = ['One.', 'Two.', sentence, 'Three.', 'Four.'].join('\n\n');
      assert.equal(splitText(text).passages.length, 5);
      assert.equal(splitText(text.replaceAll('\n\n', '\n')).passages.length, 5);
    });
  }
  for (const [reason, line] of FURNITURE) {
    it(`drops “${line}”`, () => {
      assert.deepEqual(outline(`One.\n\n${line}\n\nTwo.`), ['1 One.', `${reason}: ${line}`, '2 Two.']);
    });
  }
});

describe('splitting what states its author', () => {
  it('reads the header of an e-mail', () => {
    const text =
      'From: "Verne, Ada" <a@example.org>\nTo: Bert\nSubject: The wall\nDate: Mon, 24 Mar 2014 10:02\n\nIt fell.';
    assert.deepEqual(splitText(text).metadata, {
      title: 'The wall',
      author: ['Ada Verne'],
      issued: '2014-03-24',
    });
  });

  it('keeps the text below a numbered heading of a Markdown source', () => {
    const { passages } = splitMarkdown(
      '# A\n\nOne.\n\n## 3 Responses to it\n\nTwo.\n\n## 9 Comments on it\n\nThree.\n',
    );
    assert.equal(passages.length, 3);
  });
});
