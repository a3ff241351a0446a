import assert from 'node:assert/strict';
import { findInDraft, findReferences } from '../../../src/language/actors/references';
import {
  draftSubject,
  registrySubject,
  sourceSubject,
  type Subject,
} from '../../../src/language/actors/subject';
import { parseDraft } from '../../../src/language/parse-draft';
import { marked } from '../../support/marks';
import { REGISTRY, world } from './world';

/** Where the mark `|` stands in a text, and the text without it. */
function cursor(text: string): { text: string; offset: number } {
  return { text: text.replace('|', ''), offset: text.indexOf('|') };
}

/** What is highlighted from the cursor `|` are the stretches marked. */
function assertHighlights(source: string): void {
  const { text, offset } = cursor(source);
  const { text: draftText, spans } = marked(text);
  const before = marked(text.slice(0, offset)).text.length;
  const draft = parseDraft(draftText);
  const subject = draftSubject(world, draft, before);
  const found = subject ? findInDraft(world, subject, draft) : [];
  assert.deepEqual(
    found.map(({ start, end }) => ({ start, end })),
    spans,
  );
}

/** Where a subject stands in drafts and sources. */
function places(subject: Subject | undefined, ...drafts: string[]): string[] {
  assert.ok(subject);
  const files = drafts.map((text, at) => ({ name: `draft ${at + 1}`, draft: parseDraft(text) }));
  const found = findReferences(world, subject, files);
  return [
    ...found.drafts.flatMap(({ file, spans }) =>
      spans.map(({ start, end }) => `${file.name}: ${file.draft.text.slice(start, end)}`),
    ),
    ...found.sources.flatMap(({ file, spans }) =>
      spans.map(({ start, end }) => `${file.path}: ${file.text.slice(start, end)}`),
    ),
  ];
}

const inDraft = (source: string): Subject | undefined => {
  const { text, offset } = cursor(source);
  return draftSubject(world, parseDraft(text), offset);
};

describe('highlights in a draft', () => {
  for (const [name, draft] of [
    [
      'all spellings of an actor, also in quotations',
      '⟦Kar|im al-Nuri⟧ said: “⟦Kareem al-Noori⟧ built”. ⟦Al-Nuri⟧ left.',
    ],
    ['a name that the cursor stands behind', '⟦Karim al-Nuri|⟧, and the guard.'],
    ['all citations of a source', 'See [⟦@wa|ll⟧, para. 1] and ⟦@wall⟧ and @tide.'],
    [
      'citations of the same paragraphs, on a locator',
      'See [⟦@wall⟧, para. |1], [⟦@wall⟧, paras. 1-2], [@wall, para. 3].',
    ],
    ['nothing in code', '`Karim al-N|uri` and Karim al-Nuri'],
    ['nothing on other words', 'Karim al-Nuri ca|me.'],
  ] as const) {
    it(`are ${name}`, () => {
      assertHighlights(draft);
    });
  }
});

describe('references', () => {
  it('to an actor stand in drafts and sources, in every spelling', () => {
    assert.deepEqual(
      places(inDraft('|Karim al-Nuri came.'), 'Karim al-Nuri came.', 'No name.', 'Kareem al-Noori.'),
      [
        'draft 1: Karim al-Nuri',
        'draft 2: Kareem al-Noori',
        'tide.txt: Karim al-Nuri',
        'wall.txt: Kareem al-Noori',
        'wall.txt: Al-Noori',
      ].map((place) => place.replace('draft 2', 'draft 3')),
    );
  });

  it('leave out names that may be somebody else’s', () => {
    assert.deepEqual(places(inDraft('|Ada Horne'), 'Ada Horn, Ada Horne'), ['draft 1: Ada Horne']);
  });

  it('to a source, or a paragraph of it, are citations in drafts', () => {
    const draft = 'See [@wall, para. 2], [@wall, para. 3] and @wall.';
    assert.deepEqual(places(inDraft('@wa|ll'), draft), [
      'draft 1: @wall',
      'draft 1: @wall',
      'draft 1: @wall',
    ]);
    assert.deepEqual(places(inDraft('[@wall, para. |3]'), draft), ['draft 1: @wall']);
  });

  it('from a source are those to the actor at the cursor, else to the paragraph', () => {
    const text = world.corpus.source('wall')?.text ?? '';
    const from = (words: string) => sourceSubject(world, 'wall.txt', text, text.indexOf(words) + 1);
    assert.deepEqual(places(from('Port Watch'), 'The Harbour Guard.'), [
      'draft 1: Harbour Guard',
      'wall.txt: Port Watch',
    ]);
    assert.deepEqual(places(from('saw it'), '[@wall, para. 2] [@wall, para. 1] @wall'), ['draft 1: @wall']);
  });

  for (const [name, at, id] of [
    ['an actor’s id', 'id: nu', 'nuri'],
    ['a name in its record', 'Kareem', 'nuri'],
    ['the id of a group', 'memberOf: gu', 'guard'],
    ['a record whose id does not stand first', '- name: Harb', 'guard'],
    ['an alias below an id', '- Port', 'guard'],
    ['a record in braces', 'name: Ada Horne', 'horne'],
  ] as const) {
    it(`from actors.yaml on ${name} are those to the actor`, () => {
      const subject = registrySubject(world.corpus.actors, REGISTRY, REGISTRY.indexOf(at) + at.length);
      assert.deepEqual(subject?.kind === 'actors' && subject.ids, [id]);
    });
  }

  it('from above the first record of actors.yaml are none', () => {
    assert.equal(registrySubject(world.corpus.actors, REGISTRY, 2), undefined);
  });
});
