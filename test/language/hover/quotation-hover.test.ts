import assert from 'node:assert/strict';
import { ActorView } from '../../../src/language/actor-view';
import { draftHover } from '../../../src/language/hover/hover';
import { parseDraft } from '../../../src/language/parse-draft';
import { corpusOf } from '../../support/corpus-of';

const corpus = corpusOf({
  'wall.txt':
    'The wall was not built to last, Ada Verne said [twice]. Everybody knew that it would not stand.\n\nHe went home early that day and slept.\n\nHe went home early that day and ate.',
  'tide.txt': 'Nobody came to see the tide, for it was cold and it was <b>late</b> in the year.',
  'sources.yaml':
    'references:\n  - id: verne2014\n    file: wall.txt\n    author: [{family: Verne, given: Ada}]\n    issued: 2014\n  - id: tide\n    file: tide.txt\n  - id: book\n    title: A Book\n',
  'actors.yaml':
    'actors:\n  - id: verne\n    schema: Person\n    name: Ada Verne\n  - id: berg\n    schema: Person\n    name: Bo Berg\n',
});

/** The card at the mark `|` of a draft, and the words that it is about. */
function hover(marked: string, isIndexing = false): { markdown: string; on: string } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const context = {
    corpus,
    actors: new ActorView(corpus),
    linkTo: ({ path }: { path: string }, { start }: { start: number }) => `${path}#${start}`,
    isIndexing,
  };
  const content = draftHover(context, parseDraft(text), offset);
  return content && { markdown: content.markdown, on: text.slice(content.span.start, content.span.end) };
}

const markdown = (marked: string) => hover(marked)?.markdown;

describe('hovering a quotation', () => {
  it('says in one line that it is what the source says, and where', () => {
    assert.deepEqual(hover('“The wall was no|t built to last” [@verne2014].'), {
      markdown: 'Verbatim · [Verne 2014, para. 1](wall.txt#0)',
      on: 'The wall was not built to last',
    });
    assert.equal(
      markdown('> The wall was not bu|ilt\n> to last\n>\n> [@verne2014]'),
      'Word for word; only typography differs · [Verne 2014, para. 1](wall.txt#0)',
    );
  });

  it('shows draft and source, the differing words in bold', () => {
    assert.equal(
      markdown('“Ada Verne said [twice]. Everybody knew that it could sta|nd” [@verne2014].'),
      [
        '**One difference from the source** · [Verne 2014, para. 1](wall.txt#32)',
        '*Draft:* Ada Verne said \\[twice\\]. Everybody knew that it **could** stand',
        '*Source:* Ada Verne said \\[twice\\]. Everybody knew that it **would not** stand',
      ].join('\n\n'),
    );
  });

  it('escapes what the source says', () => {
    assert.match(
      markdown(
        '“Nobody came to see the tide, for it was warm and it was <b>late</b> in the ye|ar” [@tide].',
      ) ?? '',
      /\*Source:\* .*\*\*cold\*\* and it was \*\*\\<b\\>late\\<\/b\\>\*\* in the year$/,
    );
  });

  it('says what an edited quotation takes away', () => {
    assert.match(
      markdown('“The wall was […] bu|ilt to last” [@verne2014].') ?? '',
      /^Edited, and marked as such · .*\n\nIt takes away a negation\.\n\n\*Draft:\* .*\n\n\*Source:\* The wall was not built to last$/,
    );
  });

  it('says where the words stand instead', () => {
    assert.equal(
      markdown('“The wall was not bu|ilt to last” [@verne2014, para. 2].'),
      '**Not where the citation says**, but in [Verne 2014, para. 1](wall.txt#0)',
    );
    assert.equal(
      markdown('“The wall was not bu|ilt to last” [@nobody].'),
      '**Not compared: no source has the key that is cited.** The words stand in [Verne 2014, para. 1](wall.txt#0)',
    );
    assert.equal(
      markdown('“He went home ear|ly that day” [@verne2014].'),
      '**In more than one place:** [Verne 2014, para. 2](wall.txt#97) · [Verne 2014, para. 3](wall.txt#137)',
    );
  });

  it('shows similar words where no source has these', () => {
    assert.match(
      markdown('“Nobody ever came to s|ee the tide, for it was cold” [@verne2014].') ?? '',
      /^\*\*In none of the sources\*\*\. Similar words: \[tide, para\. 1\]\(tide\.txt#0\)\n\n\*Draft:\* Nobody \*\*ever\*\* came/,
    );
    assert.equal(
      markdown('“The harbour was full of bo|ats that day” [@verne2014].'),
      '**In none of the sources**',
    );
  });

  it('says that a source without a text is not checked, and nothing where nothing is cited', () => {
    assert.match(markdown('“So it is wri|tten there” [@book].') ?? '', /^Not checked: /);
    assert.equal(markdown('He said “so it is wri|tten there” once.'), undefined);
  });

  it('shows only what is near the differences of a long quotation', () => {
    const long = 'He went home early that day and slept. '.repeat(12);
    const own = corpusOf({ 'long.txt': `It began so. ${long}It ended with a nap.` });
    const text = `> It began so. ${long}It ended with a rest. [@long]`;
    const context = { corpus: own, actors: new ActorView(own), linkTo: () => '', isIndexing: false };
    const card = draftHover(context, parseDraft(text), 20)?.markdown ?? '';
    assert.match(card, /\*Draft:\* …[^…]*\*\*rest/);
    assert.ok(card.length < 500, card);
  });

  it('says nothing while sources are being read', () => {
    assert.equal(hover('“The wall was no|t built to last” [@verne2014].', true), undefined);
  });
});

describe('what comes first in a quotation', () => {
  it('is the citation on its key', () => {
    assert.match(markdown('> The wall was not built to last [@verne|2014].') ?? '', /^\*\*/);
  });

  it('is the actor on a name', () => {
    assert.match(
      markdown('“The wall was not built to last, Ada Ver|ne said” [@verne2014].') ?? '',
      /Ada Verne\*\* · Person/,
    );
  });

  it('is the difference on a name that is not the source’s', () => {
    assert.match(
      markdown('“The wall was not built to last, Bo Be|rg said” [@verne2014].') ?? '',
      /\*Draft:\* .*\*\*Bo Berg\*\*/,
    );
  });

  it('is nothing in code', () => {
    assert.equal(markdown('“The wall was `not bu|ilt` to last” [@verne2014].'), undefined);
  });
});
