import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compareAnchor, type AnchorComparison, type Passage, type Source, type Span } from '#corpus-index';
import { sourceTokens } from '../../../corpus-index/quotations/source-tokens';
import { describeCorpus } from '../../support/corpus';
import { lockSpan, sourceOf } from '../../support/lock-of';

/** Quotations locked in each article, and words in each. */
const QUOTATIONS = 60;
const WORDS = [4, 8, 16, 30];

/** Numbers from 0 to 1 that are the same in every run (Park and Miller's generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describeCorpus('quotations locked to real articles', (corpus) => {
  const sources: Source[] = [];
  before(() => {
    for (const name of fs.readdirSync(corpus).filter((one) => one.endsWith('.txt')))
      sources.push(sourceOf(fs.readFileSync(path.join(corpus, name), 'utf8'), name));
  });

  /**
   * Changes each article for each quotation and gives the share of quotations of which `isRight` holds; those that `edit` does not
   * apply to are left out.
   */
  function share(
    edit: (source: Source, span: Span, next: () => number) => { text: string; at?: number } | undefined,
    isRight: (found: AnchorComparison, at: number | undefined, span: Span) => boolean,
  ): number {
    const next = random(7);
    let [right, all] = [0, 0];
    for (const source of sources) {
      for (let n = 0; n < QUOTATIONS; n++) {
        const span = someWords(source, WORDS[n % WORDS.length] ?? 8, next);
        const edited = edit(source, span, next);
        if (!edited) continue;
        const found = compareAnchor(sourceOf(edited.text, source.path), lockSpan(source, span).anchor);
        all++;
        if (isRight(found, edited.at, span)) right++;
      }
    }
    assert.ok(all >= sources.length * 10, `${all} cases`);
    return right / all;
  }

  it('are found where they were moved to by a paragraph put in before', () => {
    const put = 'This paragraph was put in by somebody who came later to it.\n\n';
    const rate = share(
      ({ text, passages }, span) => {
        const first = passages[1];
        return first && first.start <= span.start
          ? { text: text.slice(0, first.start) + put + text.slice(first.start), at: span.start + put.length }
          : undefined;
      },
      (found, at) => found.state === 'moved' && found.certain && found.place.start === at,
    );
    assert.ok(rate >= 0.99, String(rate));
  });

  it('are found where their paragraph was moved to', () => {
    const rate = share(
      ({ text, passages }, span) => {
        const own = passages.find((passage) => contains(passage, span));
        const last = passages.at(-1);
        if (!own || !last || own === last) return undefined;
        const rest = `${text.slice(0, own.start)}${text.slice(own.end)}`;
        const end = last.end - (own.end - own.start);
        return {
          text: `${rest.slice(0, end)}\n\n${text.slice(own.start, own.end)}${rest.slice(end)}`,
          at: end + 2 + span.start - own.start,
        };
      },
      (found, at) => found.state === 'moved' && found.place.start === at,
    );
    assert.ok(rate >= 0.97, String(rate));
  });

  it('show what they became where a word in them was changed', () => {
    const rate = share(
      ({ text }, span, next) => {
        const quoted = text.slice(span.start, span.end);
        const words = [...quoted.matchAll(/\p{L}{3,}/gu)];
        const word = words[Math.floor(next() * words.length)];
        if (!word) return undefined;
        const changed = quoted.slice(0, word.index) + 'Zyzzyva' + quoted.slice(word.index + word[0].length);
        return { text: text.slice(0, span.start) + changed + text.slice(span.end), at: span.start };
      },
      (found, at = 0, span) =>
        found.state === 'changed' && found.place.start < span.end && at - 40 < found.place.start,
    );
    assert.ok(rate >= 0.99, String(rate));
  });

  it('are never found again where their paragraph was taken out', () => {
    const rate = share(
      ({ text, passages }, span) => {
        const own = passages.find((passage) => contains(passage, span));
        const quoted = text.slice(span.start, span.end);
        if (!own || text.indexOf(quoted) !== text.lastIndexOf(quoted)) return undefined;
        return { text: text.slice(0, own.start) + text.slice(own.end) };
      },
      (found) => found.state === 'gone' || found.state === 'changed',
    );
    assert.equal(rate, 1);
  });
});

const contains = (passage: Passage, { start, end }: Span): boolean =>
  passage.start <= start && end <= passage.end;

/** A stretch of so many words in one paragraph. */
function someWords(source: Source, count: number, next: () => number): Span {
  const { body } = sourceTokens(source);
  for (let tries = 0; tries < 1000; tries++) {
    const from = Math.floor(next() * body.length);
    const span = {
      start: body.start[from] ?? 0,
      end: body.end[Math.min(from + count, body.length) - 1] ?? 0,
    };
    if (/^\p{L}/u.test(source.text.slice(span.start)) && source.passages.some((one) => contains(one, span)))
      return span;
  }
  throw new Error(`${source.path} has no paragraph of ${count} words`);
}
