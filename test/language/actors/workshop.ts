import { ActorView } from '../../../src/language/actor-view';
import { corpusOf } from '../../support/corpus-of';

/** Two sources that name three actors; the fourth is named nowhere. */
export function workshop(more: Readonly<Record<string, string>> = {}) {
  const corpus = corpusOf({
    'actors.yaml': `actors:
  - { id: ada, schema: Person, name: Ada Verne, weakAlias: [Verne] }
  - { id: basil, schema: Person, name: Basil Verne, weakAlias: [Verne] }
  - { id: yard, schema: Company, name: Otter Yard }
  - { id: nobody, schema: Person, name: Nora Nemo }
`,
    'sources.yaml': `references:
  - { id: log, file: log.txt, title: A Log, issued: 1921 }
  - { id: letter, file: letter.txt, title: A Letter, issued: 1930-02 }
`,
    'log.txt': `A Log

Ada Verne and Otter Yard signed in March 1920. Otter Yard built on.

Basil Verne came to Otter Yard in 1921 with Ada Verne.

It rained in 1922.
`,
    'letter.txt': `A Letter

Otter Yard burned on 4 May 1919. Ada Verne wept.
`,
    ...more,
  });
  return { corpus, view: new ActorView(corpus) };
}
