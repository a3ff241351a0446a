import assert from 'node:assert/strict';
import { codesOf, problemsOf } from '../../support/problems-of';

describe('unread-locator', () => {
  const cases: Readonly<Record<string, string>> = {
    '[@tide, par. 1]': 'para. 1',
    '[@tide, para 3]': 'para. 3',
    '[@tide, pars. 1-2]': 'paras. 1-2',
    '[@tide, Abs. 2]': 'para. 2',
    '[@tide, pg. 4]': 'p. 4',
    '@tide [par. 1] says so': 'para. 1',
  };
  for (const [draft, term] of Object.entries(cases))
    it(`names what to write for ${draft}`, () => {
      const [problem, other] = problemsOf(draft);
      assert.deepEqual(
        [problem?.code, problem?.severity, other],
        ['unread-locator', 'information', undefined],
      );
      assert.ok(problem?.message.endsWith(`is not read as a locator; write "${term}".`), problem?.message);
    });

  it('is content with locators and with words', () => {
    for (const draft of ['[@tide, para. 1]', '[@tide, partly]', '[@tide, see chapter one]', '[@tide]'])
      assert.deepEqual(codesOf(draft), [], draft);
  });
});
