import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '#corpus-index';
import { buildMatcher, findMentions, fold } from '#corpus-index';
import { actorOf } from './actor-of';

/** The mentions of a text as `words: ids`, with `~` before a weak one. */
function found(actors: readonly Actor[], text: string): string[] {
  const mentions = findMentions(buildMatcher(actors), text);
  return mentions.map(
    ({ start, end, actors: ids, weak }) => `${weak ? '~' : ''}${text.slice(start, end)}: ${ids.join(' ')}`,
  );
}

/** What one name finds in a text. */
const finds = (name: string, text: string): string[] =>
  found([actorOf('x', name)], text).map((mention) => mention.slice(0, -3));

type Table = readonly (readonly [name: string, text: string, mentions: readonly string[]])[];

const TABLES: Readonly<Record<string, Table>> = {
  'finds a name in any spelling that folds alike': [
    [
      'Karim al-Nuri',
      'Karim al-Nuri, Kārim al-Nūrī, KARIM AL-NURI, karim al-nuri',
      ['Karim al-Nuri', 'Kārim al-Nūrī', 'KARIM AL-NURI', 'karim al-nuri'],
    ],
    ["Abd al-Qa'im", 'Abd al-Qaim and ʿAbd al-Qāʾim', ['Abd al-Qaim', 'Abd al-Qāʾim']],
    ['Straße der Häfen', 'die Strasse der Hafen', ['Strasse der Hafen']],
    ['النوري', 'قال النُوري اليوم', ['النُوري']],
  ],
  'takes any form of the Arabic article for the same': [
    [
      'Karim al-Nuri',
      'Karim an-Nuri, Karim el-Nuri, Karim Al Nuri',
      ['Karim an-Nuri', 'Karim el-Nuri', 'Karim Al Nuri'],
    ],
  ],
  'finds a name recorded without an article behind one, but none recorded with one without': [
    ['Nuri', 'al-Nuri and Nuri and the Al-Nuri', ['al-Nuri', 'Nuri', 'Al-Nuri']],
    ['al-Nuri', 'al-Nuri and Nuri', ['al-Nuri']],
  ],
  'matches whole words only': [
    ['Fadl', 'Fadl, Fadhli, Fadlallah, al-Fadl-ism', ['Fadl', 'al-Fadl']],
    ['Cole Bay', 'Coleman Bay, Cole Bayer', []],
  ],
  'takes the longest name, from left to right': [
    ['Harbour Guard', 'Harbour Guard Harbour Harbour Guard', ['Harbour Guard', 'Harbour Guard']],
  ],
  'leaves a possessive out of the mention': [
    [
      'Karim Nuri',
      "Karim Nuri's boat, Karim Nuri’s, Karim Nuri'",
      ['Karim Nuri', 'Karim Nuri', 'Karim Nuri'],
    ],
  ],
  'keeps a possessive within a name apart from a name without': [
    ['Anna Rowe', "Anna's Rowe", []],
    ["Anna's Wharf", 'Anna’s Wharf, Anna Wharf', ['Anna’s Wharf']],
  ],
  'joins words over spaces, hyphens, one line break and the marks of ayn': [
    [
      'Karim al-Nuri',
      'Karim\n  al-Nuri; Karim\u00a0 al Nuri; Karim al-\nNuri; Karim al-‘Nuri',
      ['Karim\n  al-Nuri', 'Karim\u00a0 al Nuri', 'Karim al-\nNuri', 'Karim al-‘Nuri'],
    ],
    ['Port Union', 'Port-Union, Port–Union', ['Port-Union', 'Port–Union']],
  ],
  'does not join words over the end of a sentence or paragraph, a comma, a bracket or a spaced dash': [
    [
      'Karim Nuri',
      'Karim. Nuri; Karim, Nuri; Karim\n\nNuri; Karim (Nuri); Karim – Nuri; Karim/Nuri; Karim "Nuri"; Karim: Nuri',
      [],
    ],
  ],
  'joins words over the period of an initial, or of an abbreviation that the record writes': [
    ['Anna W. Rowe', 'Anna W. Rowe, Anna W Rowe', ['Anna W. Rowe', 'Anna W Rowe']],
    ['Capt. Rowe', 'Capt. Rowe, Capt Rowe', ['Capt. Rowe', 'Capt Rowe']],
    ['Captain Rowe', 'the captain. Rowe left', []],
    ['U.S. Navy', 'the U.S. Navy and the US Navy', ['U.S. Navy', 'US Navy']],
  ],
  'wants a capital of a name of one word': [
    ['Tehran', 'Tehran, TEHRAN, tehran', ['Tehran', 'TEHRAN']],
    ['al-Nuri', 'al-Nuri, AL-NURI, al-nuri', ['al-Nuri', 'AL-NURI', 'al-nuri']],
  ],
  'wants the very capitals of a name made of ordinary words': [
    ['Base', 'Base, base, BASE, Bases', ['Base']],
    ['the Network', 'The Network, the Network, the network, THE NETWORK', ['The Network', 'the Network']],
    ['Hope', 'Hope hopes; hope', ['Hope']],
    ['Revolutionary Guards', 'Revolutionary Guards, revolutionary guards', ['Revolutionary Guards']],
    ['the network', 'The Network, the network', ['The Network', 'the network']],
  ],
  'wants the very capitals of a short abbreviation, and lets a long one be written like a word': [
    ['WHO', 'WHO said who? THE MAN WHO CAME. Who', ['WHO']],
    ['US', 'the US told us. Us', ['US']],
    ['RAND', 'RAND, Rand, rand', ['RAND']],
    ['CAGE', 'CAGE in a cage. Cage', ['CAGE']],
    ['UNESCO', 'UNESCO, Unesco, unesco', ['UNESCO', 'Unesco']],
  ],
};

describe('findMentions', () => {
  for (const [behaviour, table] of Object.entries(TABLES)) {
    it(behaviour, () => {
      for (const [name, text, mentions] of table)
        assert.deepEqual(finds(name, text), mentions, `${name} in ${text}`);
    });
  }

  it('finds every kind of name, and says by which spelling', () => {
    const anna = actorOf('anna', 'Anna Rowe', {
      alias: ['Captain Tide'],
      previousName: ['Anna Berg'],
      weakAlias: ['Rowe'],
    });
    const text = 'Anna Berg, Anna Rowe, captain tide, Rowe';
    const mentions = findMentions(buildMatcher([anna]), text);
    assert.deepEqual(
      mentions.map(({ alias, weak }) => [alias, weak]),
      [
        ['Anna Berg', false],
        ['Anna Rowe', false],
        ['Captain Tide', false],
        ['Rowe', true],
      ],
    );
  });

  it('takes the longer of two names that begin alike, and the shorter where the longer breaks off', () => {
    const actors = [actorOf('guard', 'Harbour Guard'), actorOf('north', 'Harbour Guard of the North')];
    assert.deepEqual(found(actors, 'the Harbour Guard of the North; the Harbour Guard of the South'), [
      'Harbour Guard of the North: north',
      'Harbour Guard: guard',
    ]);
  });

  it('keeps look-alikes apart', () => {
    const actors = [
      actorOf('muhammad', 'Abu Muhammad al-Nuri'),
      actorOf('khair', 'Abu al-Khair al-Nuri'),
      actorOf('osman', 'Osman bin Rashid'),
      actorOf('hamid', 'Hamid bin Rashid'),
    ];
    assert.deepEqual(
      found(actors, 'Abu al-Khair al-Nuri met Abu Muhammad al-Nuri, Hamid bin Rashid and Saad bin Rashid.'),
      ['Abu al-Khair al-Nuri: khair', 'Abu Muhammad al-Nuri: muhammad', 'Hamid bin Rashid: hamid'],
    );
  });

  it('names all actors that share a name', () => {
    const actors = [
      actorOf('a', 'Karim Nuri', { alias: ['Abu Nur'] }),
      actorOf('b', 'Kamil Sabri', { alias: ['Abu-Nur'] }),
    ];
    assert.deepEqual(found(actors, 'Abu Nur spoke.'), ['Abu Nur: a b']);
  });

  describe('with weak names', () => {
    const osman = actorOf('osman', 'Osman bin Rashid', { weakAlias: ['bin Rashid', 'Rashid'] });
    const hamid = actorOf('hamid', 'Hamid bin Rashid', { weakAlias: ['bin Rashid'] });

    it('counts one only after the text has named the actor in full', () => {
      assert.deepEqual(found([osman], 'Rashid came. Osman bin Rashid left, and Rashid stayed.'), [
        'Osman bin Rashid: osman',
        '~Rashid: osman',
      ]);
    });

    it('gives one that several actors share to those who were named, the last first', () => {
      const text =
        'Osman bin Rashid wrote. Bin Rashid waited. Hamid bin Rashid came. Bin Rashid left; Osman bin Rashid and bin Rashid.';
      assert.deepEqual(found([osman, hamid], text), [
        'Osman bin Rashid: osman',
        '~Bin Rashid: osman',
        'Hamid bin Rashid: hamid',
        '~Bin Rashid: hamid osman',
        'Osman bin Rashid: osman',
        '~bin Rashid: osman hamid',
      ]);
    });

    it('does not take a mention that is in doubt for an antecedent', () => {
      const actors = [
        actorOf('a', 'Karim Nuri', { alias: ['Abu Nur'], weakAlias: ['Nuri'] }),
        actorOf('b', 'Kamil Nuri', { alias: ['Abu Nur'], weakAlias: ['Nuri'] }),
      ];
      assert.deepEqual(found(actors, 'Abu Nur came, then Nuri.'), ['Abu Nur: a b']);
    });

    it('leaves a name to the actor that has it as a full one', () => {
      const rashid = actorOf('town', 'Rashid', { schema: 'Address' });
      assert.deepEqual(found([osman, rashid], 'Osman bin Rashid in Rashid'), [
        'Osman bin Rashid: osman',
        'Rashid: town',
      ]);
    });

    it('falls back from a weak name without an antecedent to a shorter full one', () => {
      const actors = [
        actorOf('guard', 'Harbour Guard'),
        actorOf('north', 'Northern Watch', { weakAlias: ['Harbour Guard Office'] }),
      ];
      assert.deepEqual(found(actors, 'the Harbour Guard Office'), ['Harbour Guard: guard']);
    });
  });

  it('looks for nothing that would be found everywhere', () => {
    assert.deepEqual(
      found([actorOf('x', 'The', { alias: ['X', '…', 'of the'] })], 'The X of the … and the X'),
      [],
    );
  });

  it('finds names of every length in a registry of thousands', () => {
    const name = (at: number): string => `Actor${at} bin Name${at % 97} al-Place${at % 89}`;
    const actors = Array.from({ length: 5000 }, (_, at) => actorOf(`id${at}`, name(at)));
    const matcher = buildMatcher(actors);
    for (const at of [0, 1, 63, 64, 999, 4999]) {
      const [mention] = findMentions(matcher, `Then ${name(at)}, it says, came.`);
      assert.deepEqual([mention?.actors, mention?.alias], [[`id${at}`], name(at)]);
    }
  });

  describe('on any text', () => {
    const actors = [
      actorOf('a', 'Abu al-Nur', { weakAlias: ['Nur'] }),
      actorOf('b', 'Nur Bay', { alias: ["Nur's Bay", 'NB'] }),
      actorOf('c', 'Bay', { previousName: ['al-Bay W. Nur'] }),
    ];
    const matcher = buildMatcher(actors);
    const names = new Set(
      actors
        .flatMap(({ name, alias, previousName, weakAlias }) => [
          name,
          ...alias,
          ...previousName,
          ...weakAlias,
        ])
        .map(fold),
    );
    const pieces = [
      'Abu',
      'Nur',
      'nur',
      'Bay',
      'NB',
      'W.',
      'al-',
      'an-',
      "'s",
      '’',
      ' ',
      ' ',
      ' ',
      '-',
      '\n',
      '.',
      ',',
      'x',
      '\u00ad',
      'ū',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

    it('gives mentions in order, apart, each folding to a recorded name', () => {
      fc.assert(
        fc.property(text, (written) => {
          let last = 0;
          for (const { start, end, alias, origin, actors: ids } of findMentions(matcher, written)) {
            assert.ok(start >= last && end > start && end <= written.length && ids.length > 0);
            last = end;
            if (origin === 'generated') continue;
            const folded = fold(written.slice(start, end));
            assert.ok(names.has(folded) || names.has(folded.replace(/^al /, '')), folded);
            assert.equal(folded.replace(/^al /, ''), fold(alias).replace(/^al /, ''));
          }
        }),
        { numRuns: 3000 },
      );
    });
  });
});
