import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLock, writeLock } from '#corpus-index';
import { lockOf, lockWords, sourceOf } from '../../support/lock-of';

const source = sourceOf('The wall was not built to last.\n\nThe council met twice in June.\n');
const [a, b, c] = ['The wall', 'not built to last', 'twice in June'].map((words, at) =>
  lockWords(source, words, `${at}.md`),
);
const whole = writeLock(lockOf(a!, b!, c!));
const idsOf = (text: string) => readLock(text).lock.quotations.map(({ id }) => id);

describe('reading a lock', () => {
  it('says what is no lock', () => {
    for (const text of ['', '[]', '{}', 'null', '{"type":"AnnotationCollection","first":"page1.json"}', '{'])
      assert.equal(typeof readLock(text).broken, 'string', text);
  });

  it('takes a byte order mark and other line ends', () => {
    assert.equal(readLock(`\uFEFF${whole.replace(/\n/g, '\r\n')}`).broken, undefined);
    assert.equal(idsOf(`\uFEFF${whole.replace(/\n/g, '\r\n')}`).length, 3);
  });

  it('reads the annotations that are whole where the file was cut off', () => {
    const cut = whole.slice(0, whole.indexOf(c!.id) + 40);
    assert.equal(readLock(cut).broken, 'it is not valid JSON');
    assert.deepEqual(idsOf(cut), [a!.id, b!.id]);
  });

  it('reads both sides of a merge that git could not make', () => {
    const [ours, theirs] = [writeLock(lockOf(a!, b!)), writeLock(lockOf(a!, c!))].map((text) =>
      text.split('\n'),
    );
    const from = ours!.findIndex((line, at) => line !== theirs![at]);
    for (const base of ['', '||||||| base\n      },\n']) {
      const conflict = [
        ...ours!.slice(0, from),
        '<<<<<<< HEAD',
        ...ours!.slice(from),
        `${base}=======`,
        ...theirs!.slice(from),
        '>>>>>>> other',
        '',
      ].join('\n');
      assert.equal(readLock(conflict).broken, 'a merge has left its marks in it');
      assert.deepEqual(idsOf(conflict), [a!.id, b!.id, c!.id]);
    }
  });

  it('takes the first of two annotations with one id, and the risks acknowledged in either', () => {
    const risk = (kind: string) => ({ kind, text: 'x', sha256: 'y' });
    const twice = [
      { ...a!, acknowledged: [risk('hedge')] },
      { ...a!, n: 7, acknowledged: [risk('hedge'), risk('negation')] },
    ];
    const { quotations } = readLock(writeLock(lockOf(...twice))).lock;
    assert.equal(quotations.length, 1);
    assert.equal(quotations[0]?.n, 1);
    assert.deepEqual(
      quotations[0].acknowledged.map(({ kind }) => kind),
      ['hedge', 'negation'],
    );
  });

  it('leaves alone what lacks a part', () => {
    const json = JSON.parse(whole);
    delete json.first.items[0].target.selector[1].start;
    json.first.items[1].body.source = 'http://example.org/draft.md';
    json.first.items[2].target.source = '../%E0%A4%A';
    const { lock, broken } = readLock(JSON.stringify(json));
    assert.equal(broken, undefined);
    assert.deepEqual([lock.quotations.length, lock.others.length], [0, 3]);
    assert.deepEqual(JSON.parse(writeLock(lock)).first.items, json.first.items);
  });

  it('never throws, whatever is cut, put in or doubled', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string(), (from, to, put) => {
        const { lock } = readLock(whole.slice(0, from) + put + whole.slice(to));
        assert.equal(readLock(writeLock(lock)).broken, undefined);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        const { lock } = readLock(`{"type":"AnnotationCollection","first":{"items":[${json}]}}`);
        assert.equal(readLock(writeLock(lock)).broken, undefined);
      }),
    );
  });
});
