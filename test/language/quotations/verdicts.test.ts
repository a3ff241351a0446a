import assert from 'node:assert/strict';
import { codesOf } from '../../support/problems-of';

describe('words shown inside a quotation', () => {
  const tail = 'The tide rose on Sunday and did not fall.';
  for (const draft of [
    `> ${tail}\n> – but it killed forty people [@tide, para. 1]`,
    `> ${tail}\n>\n> Thousands of civilians were killed that day [@tide, para. 1].`,
    `> ${tail}\n>\n> - It killed forty people that night [@tide]`,
    `> ${tail}\n> — Nobody Ever Denied It, in @tide`,
    '"The tide rose (after killing 300 civilians, see @tide) on Sunday" [@tide]',
    '"The tide rose on Sunday (and forty people died; @tide)"',
    '"The tide rose @tide [which was a lie] on Sunday"',
    '"The tide rose [after killing forty, see @tide] on Sunday"',
    '"The tide rose on Sunday [@tide, which is a lie]"',
  ])
    it(`are never true because the source says the rest: ${draft}`, () => {
      assert.match(codesOf(draft).join('\n'), /^(?:altered|missing)-quotation/m);
    });

  for (const draft of [
    `> ${tail}\n> — Ada Verne, in @tide`,
    `> ${tail}\n>\n> Ada Verne, keeper, in @tide [para. 1]`,
    '"The tide rose (see @tide) on Sunday"',
    '"The tide rose on Sunday [quoted in @tide, para. 1, emphasis added]"',
  ])
    it(`may be followed by their source: ${draft}`, () => {
      assert.doesNotMatch(codesOf(draft).join('\n'), /altered|missing|unread/);
    });
});
