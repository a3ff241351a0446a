import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readLock, writeLock } from '#corpus-index';
import { lockOf, lockWords, sourceOf } from '../../support/lock-of';
import { repositoryRoot } from '../../support/root';

const source = sourceOf(
  'The wall was not built to last.\n\nThe council met twice in June.\n',
  'sources/a b/wäll#1.txt',
);
const wall = lockWords(source, 'not built to last', 'drafts/b.md');
const council = lockWords(source, 'The council met', 'drafts/a.md');
const twice = lockWords(source, 'twice in June', 'drafts/a.md');

const itemsOf = (text: string): any[] => JSON.parse(text).first.items; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into it

describe('the text of a lock', () => {
  it('is a collection of the Web Annotation standard', () => {
    const text = writeLock(lockOf(wall));
    assert.ok(text.endsWith('}\n'));
    const { first, ...collection } = JSON.parse(text);
    assert.deepEqual(collection, {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { sourcewright: 'urn:x-sourcewright:' }],
      id: 'anchors.json',
      type: 'AnnotationCollection',
      label: 'Quotations locked to their sources',
      generator: { type: 'Software', name: 'Sourcewright' },
    });
    assert.equal(first.type, 'AnnotationPage');
    assert.deepEqual(first.items, [
      {
        id: wall.id,
        type: 'Annotation',
        motivation: 'linking',
        body: {
          type: 'SpecificResource',
          source: '../drafts/b.md',
          selector: { type: 'TextQuoteSelector', exact: 'not built to last' },
        },
        target: {
          type: 'SpecificResource',
          source: '../sources/a%20b/wäll%231.txt',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'not built to last',
              prefix: 'The wall was ',
              suffix: '.\n\nThe council met twice in June',
            },
            { type: 'TextPositionSelector', start: 13, end: 30 },
          ],
          'sourcewright:key': 'wäll-1',
          'sourcewright:locator': 'para. 1',
          'sourcewright:sha256': '7e9682434df4c9d903ba1979060c2613a52030e47ebe41b784b9820dbbb9b1ec',
          'sourcewright:reader': 'text/1',
        },
        'sourcewright:verdict': 'verbatim',
      },
    ]);
  });

  it('looks as docs/anchors-json.md shows it', () => {
    const page = fs.readFileSync(path.join(repositoryRoot, 'docs/anchors-json.md'), 'utf8');
    const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
    const { lock } = readLock(example);
    assert.deepEqual([lock.quotations.length, lock.others.length], [1, 0]);
    const quotations = lock.quotations.map((locked) => ({ ...locked, json: {} }));
    assert.equal(writeLock({ ...lock, quotations }), example);
  });

  it('gives what was written when it is read', () => {
    const locked = { ...wall, acknowledged: [{ kind: 'negation', text: 'not', sha256: wall.source.sha256 }] };
    const { lock, broken } = readLock(writeLock(lockOf(locked, council)));
    assert.equal(broken, undefined);
    const noJson = lock.quotations.map((one) => ({ ...one, json: {} }));
    assert.deepEqual(noJson, [council, locked]);
  });

  it('is in the order of the drafts, and in a draft as they were given', () => {
    const bodies = (...all: (typeof wall)[]) =>
      itemsOf(writeLock(lockOf(...all))).map(({ body }) => body.selector.exact);
    const expected = ['twice in June', 'The council met', 'not built to last'];
    assert.deepEqual(bodies(wall, twice, council), expected);
    assert.deepEqual(bodies(twice, council, wall), expected);
  });

  it('does not change when it is read and written again', () => {
    const text = writeLock(lockOf(wall, council, { ...twice, n: undefined }));
    assert.equal(writeLock(readLock(text).lock), text);
  });

  it('has ids made of the quotation alone', () => {
    assert.match(wall.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const longer = sourceOf(`Before.\n\n${source.text}`, source.path);
    assert.equal(lockWords(longer, 'not built to last', 'drafts/b.md').id, wall.id);
    assert.equal(new Set([wall, council, twice].map(({ id }) => id)).size, 3);
  });

  it('keeps what other tools wrote', () => {
    const json = JSON.parse(writeLock(lockOf(wall, council)));
    json.creator = 'somebody';
    json.label = 'Ours';
    json['@context'].push('http://example.org/more.jsonld');
    json.first['x:page'] = 1;
    const [first] = json.first.items;
    first['x:stars'] = 5;
    first.motivation = ['linking', 'assessing'];
    first.target['x:seen'] = true;
    first.target.selector.push({ type: 'XPathSelector', value: '/p[1]' });
    first.body['x:colour'] = 'red';
    json.first.items.push({
      id: 'urn:note',
      type: 'Annotation',
      body: 'A note',
      target: 'http://example.org/',
    });
    const text = JSON.stringify(json);
    const { lock } = readLock(text);
    const relocked = { ...council, json: lock.quotations.find(({ id }) => id === council.id)!.json };
    const again = JSON.parse(writeLock({ ...lock, quotations: [relocked, wall] }));
    assert.deepEqual(again, JSON.parse(text));
  });
});
