import { ActorView } from '../../../src/language/actor-view';
import type { SubjectContext } from '../../../src/language/actors/subject';
import { corpusOf } from '../../support/corpus-of';

export const REGISTRY = `actors:
  - id: nuri
    schema: Person
    name: Karim al-Nuri
    alias: [Kareem al-Noori]
    weakAlias: al-Nuri
    memberOf: guard
  - name: Harbour Guard
    id: guard
    schema: Organization
    alias:
      - Port Watch
  - {id: horn, schema: Person, name: Ada Horn}
  - {id: horne, schema: Person, name: Ada Horne, alias: [Ada Horn]}
`;

const corpus = corpusOf({
  'wall.txt': 'Kareem al-Noori built the wall.\n\nThe Port Watch saw it.\n\nAl-Noori left.',
  'tide.txt': 'The tide rose.\n\nKarim al-Nuri was there.',
  'actors.yaml': REGISTRY,
});

/** Two sources and three actors, two of whom share a name. */
export const world: SubjectContext & { readonly actors: ActorView } = {
  corpus,
  actors: new ActorView(corpus),
};
