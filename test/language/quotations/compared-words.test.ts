import assert from 'node:assert/strict';
import { checkQuotations as check } from './show';
import { isAttributionText, isSignal } from '../../../src/language/quotations/attribution-words';

describe('what is compared of a block quote', () => {
  const kept: Readonly<Record<string, string>> = {
    '> The old wall held.\n> – but it killed forty people [@a, para. 5]':
      'The old wall held.\n– but it killed forty people <- a 5',
    '> The old wall held.\n>\n> Thousands of civilians were killed that day [@a, para. 5].':
      'The old wall held.\n\nThousands of civilians were killed that day <- a 5',
    '> The old wall held.\n>\n> - It killed forty people that night [@a]':
      'The old wall held.\n\nIt killed forty people that night <- a',
    '> The old wall held.\n>\n> Never [@a]': 'The old wall held.\n\nNever <- a',
    '> The old wall held.\n>\n> Berlin [@a]': 'The old wall held.\n\nBerlin <- a',
    '> The old wall held.\n> — Forty Died [@a]': 'The old wall held.\n— Forty Died <- a',
    '> The old wall held.\n> — 300 Dead [@a]': 'The old wall held.\n— 300 Dead <- a',
    '> The old wall held.\n> — Anna Berg, who saw forty die [@a]':
      'The old wall held.\n— Anna Berg, who saw forty die <- a',
    '> The old wall held.\n> — Anna Berg, head of the army fell, in @a':
      'The old wall held.\n— Anna Berg, head of the army fell, in <- a',
    '> The old wall held.\n> — Anna Berg [who saw forty die, @a]':
      'The old wall held.\n— Anna Berg (who saw forty die,) <- a',
    '> The old wall held.\n> — forty people died': 'The old wall held.\n— forty people died <-',
    '> The old wall held.\n>\n> 1. Berlin [@a]': 'The old wall held.\n\nBerlin <- a',
    '> Forty people died, as @a writes:\n> The old wall held.':
      'Forty people died, as writes:\nThe old wall held. <- a',
  };
  for (const [draft, expected] of Object.entries(kept))
    it(`takes in all that could be a statement: ${draft}`, () => {
      check(draft, expected);
    });

  for (const tail of [
    '— @a',
    '— @a, p. 3',
    '— Anna Berg, @a',
    '— Anna Berg, head of the harbour office, in @a',
    '— Ida Holm, keeper, in @a',
    '— Dr. Ludwig van der Berg, *The History of the Sea*, 1923, quoted in @a',
    '— Anna Berg, 3 May 1923 [@a]',
    '— [Anna Berg, in @a]',
    '(see also @a, p. 3, emphasis added)',
  ])
    it(`leaves out an attribution: ${tail}`, () => {
      check(
        `> The old wall held.\n>\n> ${tail}`,
        `The old wall held. <- a${/@a \[p/.test(tail) ? ' 3' : ''}`,
      );
      check(`> The old wall held.\n> ${tail}`, 'The old wall held. <- a');
    });
});

describe('what is compared of a citation inside a quotation', () => {
  const cases: Readonly<Record<string, string>> = {
    '"The old wall (after killing 300 civilians, see @b) held" [@a]':
      'The old wall (after killing 300 civilians, see) held <- b',
    '"The old wall held (and forty people died; @a)"': 'The old wall held (and forty people died; <- a',
    '"The old wall @a [which was a lie] held"': 'The old wall (which was a lie) held <- a',
    '"The old wall [after killing forty, see @a] held"': 'The old wall (after killing forty, see) held <- a',
    '"The old wall [see @a, p. 3, which is a lie] held"': 'The old wall (see,, which is a lie) held <- a 3',
    '"The old wall [Hitler, see @a] held"': 'The old wall (Hitler, see) held <- a',
    '"The old wall held [and forty died; @a]"': 'The old wall held [and forty died;] <- a',
    // What says nothing is left out as before.
    '"The old wall (see also @a, p. 3) held"': 'The old wall held <- a',
    '"The old wall [cf. @a, para. 3, emphasis added; e.g., @b] held"': 'The old wall held <- a 3 | b',
    '"The old wall @a [p. 3] held"': 'The old wall held <- a 3',
    '"The old wall held [quoted in @a]"': 'The old wall held <- a',
    '"The old wall held (Anna Berg, in @a, p. 3)."': 'The old wall held <- a',
    '"The old wall held" (and forty people died; @a)': 'The old wall held <- a',
  };
  for (const [draft, expected] of Object.entries(cases))
    it(draft, () => {
      check(draft, expected);
    });
});

describe('what is compared of words that HTML strikes out or hides', () => {
  for (const [draft, expected] of [
    ['"The wall <del>never</del> held" [@a]', 'The wall <del>never</del> held <- a'],
    ['"The wall <s>never</s> held" [@a]', 'The wall <s>never</s> held <- a'],
    [
      '"The wall <span style="display: none">never</span> held" [@a]',
      'The wall <span style="display: none">never held <- a',
    ],
    ['"The wall <em>never</em> <span style="color: red">held</span>" [@a]', 'The wall never held <- a'],
    ['"The <small class="s">wall</small> <sub>never</sub> held" [@a]', 'The wall never held <- a'],
  ] as const)
    it(`has the mark that does it: ${draft}`, () => {
      check(draft, expected);
    });
});

describe('words of an attribution', () => {
  it('are no statements', () => {
    for (const text of [
      'He Lied',
      'Forty',
      'but it fell',
      'Anna Berg wept',
      'in 300',
      'Berg: 40 % Dead',
      'was false',
    ])
      assert.equal(isAttributionText(text), false, text);
    for (const text of ['which is a lie', 'not', '300 civilians', 'see 3 dead'])
      assert.equal(isSignal(text), false, text);
  });
});

describe('quotations in unusual shapes', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '"The old wall held.\n\n"It killed forty.\n\n"It fell." [@a]': [
      'The old wall held.\n\nIt killed forty.\n\nIt fell. <- a',
    ],
    'He said: “The old wall held.\n\n“It fell” [@a], and “more of it” [@b].': [
      'The old wall held.\n\nIt fell <- a',
      'more of it <- b',
    ],
    '« Le mur tenait.\n\n« Il est tombé » [@a]': ['Le mur tenait.\n\nIl est tombé <- a'],
    '> [!quote]\n> The old wall held. [@a]': ['The old wall held. <- a'],
    '> [!CITE]- Anna Berg, in @a\n> The old wall held.': ['The old wall held. <- a'],
    '> [!quote] Forty died\n> The old wall held. [@a]': ['Forty died\nThe old wall held. <- a'],
    '> [!warning]\n> The old wall held. [@a]': [],
    'So <q>the old wall held</q> [@a].': ['the old wall held <- a'],
    'The "old town" was called "Upper Bridge" by all [@a].': ['old town <-', 'Upper Bridge <-'],
    'The "old town" is here. It fell [@a].': [],
    '> The old wall held. [@a, para. 1]\n>\n> It fell at night.\n>\n> Nobody came to help. [@b]': [
      'The old wall held. <- a 1',
      'It fell at night.\n\nNobody came to help. <- b',
    ],
    '> - The old wall held. [@a]\n> - Nobody came to help.[^1]\n\n[^1]: @b': [
      'The old wall held. <- a',
      'Nobody came to help. <- b',
    ],
    '> The old wall held. [@a]\n>\n> — Anna Berg, in @a': ['The old wall held. <- a'],
    '> The old wall held. [@a]\n>\n> It fell at night.': ['The old wall held.\n\nIt fell at night. <- a'],
    '"The old river," @a writes, "was low at night."': ['The old river, <- a', 'was low at night. <- a'],
    '{{< figure src="one two three.png" title="The wall by night" >}}': [],
    'Look {{< video "one two three" >}} at "the old wall" [@a].': ['the old wall <- a'],
  };
  for (const [draft, expected] of Object.entries(cases))
    it(draft, () => {
      check(draft, ...expected);
    });
});
