import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAccepted } from '#corpus-index';
import type { Draft } from '../../../src/language/draft';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import type { Fix } from '../../../src/language/fixes/fix';
import { judgeDraft } from '../../../src/language/judge-draft';
import { parseDraft } from '../../../src/language/parse-draft';
import type { Problem } from '../../../src/language/problem';
import { alterations, corpus, shapes, slices } from './alterations';
import { fixesIn } from './fixes-of';

const RUNS = 400;

/** Stands in every draft beside what is wrong, and is nobody's business. */
const BESIDE =
  'She wrote: “The clerk, who was a careful man, wrote both sentences” [@verne2014, para. 3].\n\n';

/** Fails if a fix does not lead to a draft in which everything is accepted, or reaches beyond quotation and citation. */
function assertMends(text: string, draft: Draft, { title, edits, problem }: Fix): void {
  const fixed = applyReplacements(text, edits);
  const said = `${title} (${problem.code})\n${text}\n->\n${fixed}`;
  const { quotations, citations } = judgeDraft(corpus, parseDraft(fixed));
  assert.ok(quotations.length > 0, said);
  assert.ok(
    quotations.every(({ judgement }) => isAccepted(judgement.verdict)),
    said,
  );
  assert.ok(
    citations.every(({ resolved }) => resolved),
    said,
  );
  assert.ok(fixed.startsWith(BESIDE), said);
  const own = [...draft.quotations.map(({ span }) => span), ...draft.citations.map(({ group }) => group)];
  assert.ok(
    edits.every((edit) => own.some(({ start, end }) => start <= edit.start && edit.end <= end)),
    said,
  );
}

/** Of what stands in no source nobody can say what it should be. */
const isMendable = ({ severity, code }: Problem): boolean =>
  severity === 'error' && code !== 'missing-quotation';

interface Tally {
  problems: number;
  unfixed: string[];
}

/** Every fix of drafts with one quotation mends; tells which drafts had none. */
function tally(drafts: fc.Arbitrary<string>): Tally {
  const found: Tally = { problems: 0, unfixed: [] };
  fc.assert(
    fc.property(drafts, (wrong) => {
      const text = BESIDE + wrong;
      const fixes = fixesIn(text, corpus);
      const draft = parseDraft(text);
      for (const problem of fixes.problems.filter(isMendable)) {
        const offered = fixes.of(problem);
        for (const fix of offered) assertMends(text, draft, fix);
        assert.ok(offered.filter(({ isPreferred }) => isPreferred).length <= 1);
        found.problems++;
        if (offered.length === 0) found.unfixed.push(text);
      }
    }),
    { numRuns: RUNS },
  );
  return found;
}

const shape = fc.constantFrom(...Object.values(shapes));

describe('every fix that is offered leads to an accepted quotation and touches nothing else', function () {
  this.timeout(120_000);

  for (const [name, alter] of Object.entries(alterations)) {
    it(`after ${name}`, () => {
      const drafts = fc
        .tuple(slices, shape, fc.nat())
        .map(([{ words, key, n }, draw, at]) => draw(alter(words, at), `@${key}, para. ${n}`));
      const { problems, unfixed } = tally(drafts);
      assert.ok(problems > RUNS / 4, `${problems} problems in ${RUNS} drafts`);
      assert.ok(unfixed.length <= problems * 0.03, unfixed.join('\n'));
    });
  }

  it('after another paragraph, source or key was cited', () => {
    const claims = fc.constantFrom(
      '@verne2014',
      '@tide',
      '@Verne2014',
      '@vern2014',
      '@verne2014, p. 3',
      '@tide, 1',
    );
    const locators = fc.constantFrom('', ', para. 1', ', paras. 2-3', ', para. 44');
    const drafts = fc
      .tuple(slices, shape, claims, locators)
      .map(([{ words }, draw, claim, locator]) => draw(words, claim.includes(',') ? claim : claim + locator));
    const { problems, unfixed } = tally(drafts);
    assert.ok(problems > RUNS / 4, `${problems} problems in ${RUNS} drafts`);
    assert.ok(unfixed.length <= problems * 0.03, unfixed.join('\n'));
  });

  it('when all altered quotations of a draft are restored at once', () => {
    // A label has one footnote.
    const draws = Object.entries(shapes).flatMap(([name, draw]) => (name === 'a footnote' ? [] : [draw]));
    const one = fc
      .tuple(slices, fc.constantFrom(...draws), fc.constantFrom(...Object.values(alterations)), fc.nat())
      .map(([{ words, key, n }, draw, alter, at]) => draw(alter(words, at), `@${key}, para. ${n}`));
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 5 }), (parts) => {
        const text = BESIDE + parts.join('\n');
        const fixes = fixesIn(text, corpus);
        const unfixed = fixes.problems.filter(
          (problem) =>
            problem.code === 'altered-quotation' && !fixes.of(problem).some((fix) => fix.isPreferred),
        );
        const fixed = applyReplacements(text, fixes.all('altered-quotation'));
        const left = fixesIn(fixed, corpus).problems.filter(({ code }) => code === 'altered-quotation');
        assert.equal(left.length, unfixed.length, `${text}\n->\n${fixed}`);
      }),
      { numRuns: 150 },
    );
  });
});
