import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sourcewright } from '../support/command-line';
import { describeCorpus } from '../support/corpus';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

describe('sourcewright sources, search, actors, citations', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({
      'sources/wall.txt':
        'A Wall Too Low\n\nBy Ada Verne on March 24, 2014\n\nYusuf al-Hamdi built the wall.\n\nMr. Hamdi left.\n',
      'actors.yaml':
        'actors:\n  - id: hamdi\n    schema: Person\n    name: Yusuf al-Hamdi\n    weakAlias: [Hamdi]\n',
      'a.md': '@verne2014 [para. 2] and [see @x.y; -@{odd/key!}, p. 3].\n',
    });
  });
  after(() => {
    removeFolder(folder);
  });
  const run = (command: string, ...args: string[]) =>
    sourcewright([command, '--root', folder, '--format', 'json', ...args]).json();

  it('lists sources with passages and what was dropped', () => {
    const { version, sources } = run('sources');
    assert.equal(version, 1);
    const { key, path: file, title, author, issued, passages, dropped } = sources[0];
    assert.deepEqual(
      [key, file, title, author, issued],
      ['verne2014', 'sources/wall.txt', 'A Wall Too Low', ['Ada Verne'], '2014-03-24'],
    );
    assert.deepEqual(
      [passages.map(({ n }: { n: number }) => n), dropped.map(({ reason }: { reason: string }) => reason)],
      [
        [1, 2],
        ['title', 'byline'],
      ],
    );
  });

  it('finds passages by their words', () => {
    const { hits } = run('search', 'who', 'built');
    assert.deepEqual([hits[0].source, hits[0].locator], ['verne2014', 'para. 1']);
  });

  it('lists actors with every mention', () => {
    const { actors, mentions } = run('actors', '--mentions');
    assert.equal(actors[0].name, 'Yusuf al-Hamdi');
    assert.deepEqual(
      mentions.map(({ actor, source, text }: { actor: string; source: string; text: string }) => [
        actor,
        source,
        text,
      ]),
      [
        ['hamdi', 'verne2014', 'Yusuf al-Hamdi'],
        ['hamdi', 'verne2014', 'Hamdi'],
      ],
    );
  });

  it('lists the citations of a draft as they were read', () => {
    const [{ citations }] = run('citations', path.join(folder, 'a.md')).drafts;
    assert.deepEqual(
      citations.map((one: Record<string, unknown>) => [
        one['key'],
        one['label'],
        one['locator'],
        one['inText'],
        one['suppressAuthor'],
        one['resolved'],
      ]),
      [
        ['verne2014', 'paragraph', '2', true, false, true],
        ['x.y', null, null, false, false, false],
        ['odd/key!', 'page', '3', false, true, false],
      ],
    );
  });
});

describeCorpus('sourcewright sources on real articles', (corpus) => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({});
    fs.cpSync(corpus, path.join(folder, 'sources'), { recursive: true });
  });
  after(() => {
    removeFolder(folder);
  });

  it('gives each article its paragraphs', () => {
    const { sources } = sourcewright(['sources', '--root', folder, '--format', 'json']).json();
    assert.deepEqual(
      sources.map((source: { passages: unknown[] }) => source.passages.length),
      [18, 20, 50, 50, 13],
    );
  });

  it('drops pingbacks and forms, and no sentence of an article', () => {
    const { sources } = sourcewright(['sources', '--root', folder, '--format', 'json']).json();
    for (const { path: file, passages, dropped } of sources as {
      path: string;
      passages: { start: number; end: number }[];
      dropped: { start: number; end: number; reason: string }[];
    }[]) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      for (const { start, end } of passages)
        assert.doesNotMatch(text.slice(start, end), /Pingback:|Leave a Reply|Please enter your/);
      for (const { start, end, reason } of dropped) {
        const words = text.slice(start, end);
        assert.ok(reason !== 'heading' || !/[.!?]$/.test(words), words);
      }
      const covered = [...passages, ...dropped].sort((a, b) => a.start - b.start);
      const left =
        covered.map(({ start }, at) => text.slice(covered[at - 1]?.end ?? 0, start)).join('') +
        text.slice(covered.at(-1)?.end);
      assert.equal(left.trim(), '');
    }
  });

  it('answers a search', () => {
    const { hits } = sourcewright([
      'search',
      '--root',
      folder,
      '--format',
      'json',
      'core facilitation pipeline',
    ]).json();
    assert.ok(hits.length > 0);
  });
});
