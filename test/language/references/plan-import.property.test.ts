import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus, readSources } from '#corpus-index';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { addRecords } from '../../../src/language/references/add-records';
import { planImport, type ImportedItem } from '../../../src/language/references/plan-import';

/** Few of each, so that keys, titles and addresses meet. */
const items: fc.Arbitrary<ImportedItem[]> = fc.array(
  fc.record(
    {
      id: fc.constantFrom('a', 'b', 'quist2011', 'rowe-2014'),
      type: fc.constantFrom('book', 'webpage'),
      title: fc.constantFrom('Tides', 'A History of Small Ports', 'What the Lamps Were For', 'Tides: "a" #1'),
      DOI: fc.constantFrom('10.5555/1', '10.5555/2'),
      URL: fc.constantFrom('https://example.org/a', 'https://example.org/?p=1'),
      author: fc.constantFrom([{ family: 'Quist', given: 'Per' }], [{ family: 'Rowe', given: 'Anna' }]),
      issued: fc.constantFrom({ 'date-parts': [[2011]] }, { 'date-parts': [[2014]] }),
      isKeyMade: fc.constant(true),
    },
    { requiredKeys: ['id', 'type', 'title'] },
  ),
  { maxLength: 4 },
);

/** Each run reads and writes YAML several times. */
const RUNS = { numRuns: 30 };

const recordsOf = (text: string) => readSources(text).records.map(({ id, title }) => `${id}: ${title ?? ''}`);

/** The text of sources.yaml with what an import adds, and what it says. */
function imported(before: string, given: readonly ImportedItem[]) {
  const corpus = new Corpus();
  corpus.setRecords(readSources(before).records);
  const { records, notes } = planImport(corpus, given);
  const change = addRecords(before, records);
  if ('problem' in change) assert.fail(change.problem);
  return { text: applyReplacements(before, change.edits), added: records.length, notes };
}

describe('importing references of any kind', () => {
  it('leaves every record and key that is written down as it is', () => {
    fc.assert(
      fc.property(items, items, (first, second) => {
        const { text: before } = imported('# Kept.\n', first);
        const { text: after } = imported(before, second);
        assert.ok(after.startsWith(before.trimEnd()));
        assert.deepEqual(recordsOf(after).slice(0, recordsOf(before).length), recordsOf(before));
        const ids = readSources(after).records.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }),
      RUNS,
    );
  });

  it('drops nothing in silence: each reference is added or named', () => {
    fc.assert(
      fc.property(items, (given) => {
        const { added, notes } = imported('', given);
        const left = notes.filter((note) => /written down already|left out/.test(note));
        assert.equal(added + left.length, given.length);
      }),
      RUNS,
    );
  });

  it('does not touch what is not ticked: the rest is planned as if all were', () => {
    fc.assert(
      fc.property(items, items, fc.func(fc.boolean()), (first, second, isTicked) => {
        const { text: before } = imported('', first);
        const corpus = new Corpus();
        corpus.setRecords(readSources(before).records);
        const all = planImport(corpus, second);
        const ticked = all.records.map(({ item }) => item.id).filter((id) => isTicked(id));
        const some = planImport(corpus, second, new Set(ticked));
        assert.deepEqual(
          some.records,
          all.records.filter(({ item }) => ticked.includes(item.id)),
        );
        assert.ok(some.notes.every((note) => all.notes.includes(note)));
        const change = addRecords(before, some.records);
        if ('problem' in change) assert.fail(change.problem);
        const after = applyReplacements(before, change.edits);
        assert.ok(after.startsWith(before.trimEnd()));
        assert.deepEqual(
          readSources(after).records.map(({ id }) => id),
          [...readSources(before).records.map(({ id }) => id), ...ticked],
        );
      }),
      RUNS,
    );
  });

  it('adds nothing the second time', () => {
    fc.assert(
      fc.property(items, items, (first, second) => {
        const { text } = imported(imported('', first).text, second);
        assert.equal(imported(text, second).added, 0);
      }),
      RUNS,
    );
  });
});
