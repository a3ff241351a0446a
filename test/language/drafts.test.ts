import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Citation, Draft, Quotation } from '../../src/language/draft';
import { parseDraft } from '../../src/language/parse-draft';
import { repositoryRoot } from '../support/root';

/**
 * Drafts in all the shapes that quotations and citations come in, each beside what is found in it. Renew the JSON files
 * with `RENEW_DRAFTS=1 npm test`, and read the difference before keeping it.
 */
const folder = path.join(repositoryRoot, 'test', 'fixtures', 'drafts');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('the drafts in test/fixtures/drafts', () => {
  it('are twelve', () => {
    assert.equal(names.length, 12);
  });
  for (const name of names) {
    it(`are read as expected: ${name}`, () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const found = summary(parseDraft(text));
      const file = path.join(folder, name.replace(/\.md$/, '.json'));
      if (process.env['RENEW_DRAFTS']) writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
      assert.deepEqual(found, JSON.parse(readFileSync(file, 'utf8')));
    });
  }
});

/** What is found in a draft, with the words at each place, so that a person can read it. */
const summary = (draft: Draft) => ({
  citations: draft.citations.map((citation) => describeCitation(citation, draft.text)),
  quotations: draft.quotations.map((quotation) => describeQuotation(quotation, draft.text)),
  opaque: draft.opaque.map(({ start, end }) => `${start}-${end} ${shortened(draft.text.slice(start, end))}`),
});

function describeCitation(citation: Citation, text: string) {
  const { span, group, key, prefix, suffix, locator, suppressAuthor, inText } = citation;
  return {
    at: `${span.start}-${span.end} ${text.slice(span.start, span.end)}`,
    group: `${group.start}-${group.end} ${text.slice(group.start, group.end)}`,
    key,
    ...(prefix && { prefix }),
    ...(locator && {
      locator: `${locator.label} ${locator.value}`,
      locatorAt: text.slice(locator.span.start, locator.span.end),
    }),
    ...(suffix && { suffix }),
    ...(suppressAuthor && { suppressAuthor }),
    ...(inText && { inText }),
  };
}

function describeQuotation({ kind, span, text, reading, citations }: Quotation, draft: string) {
  return {
    kind,
    at: `${span.start}-${span.end} ${shortened(draft.slice(span.start, span.end))}`,
    text,
    ...(reading.text !== text && { reading: reading.text }),
    citations: citations.map(({ key, locator }) =>
      locator ? `${key} ${locator.label} ${locator.value}` : key,
    ),
  };
}

const shortened = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 30)} … ${text.slice(-20)}` : text;
