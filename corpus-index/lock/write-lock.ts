import { annotationJson, PREFIX } from './annotation-json';
import { listOf, withRest, type JsonObject, type JsonValue } from './json';
import type { Lock } from './lock';

const STANDARD = 'http://www.w3.org/ns/anno.jsonld';

/** What `sourcewright:` stands for; no address, as nothing is to be fetched. */
const VOCABULARY: JsonObject = { [PREFIX]: 'urn:x-sourcewright:' };

/**
 * The text of `.sourcewright/anchors.json`: each annotation a block of lines, so that git merges what two people locked in
 * two drafts. No number of annotations and no time, which every lock would change; nothing but a changed quotation changes a line.
 */
export function writeLock({ quotations, others, collection, page }: Lock): string {
  const first = withRest(
    {
      id: page['id'] ?? 'anchors.json#page',
      type: page['type'] ?? 'AnnotationPage',
      startIndex: page['startIndex'] ?? 0,
      items: [...quotations.map(annotationJson), ...others],
    },
    page,
  );
  const whole = withRest(
    {
      '@context': contextOf(collection['@context']),
      id: collection['id'] ?? 'anchors.json',
      type: collection['type'] ?? 'AnnotationCollection',
      label: collection['label'] ?? 'Quotations locked to their sources',
      generator: collection['generator'] ?? { type: 'Software', name: 'Sourcewright' },
      first,
    },
    collection,
  );
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** The two contexts that are needed, then those that others added. */
function contextOf(known: JsonValue | undefined): JsonValue {
  const needed: readonly JsonValue[] = [STANDARD, VOCABULARY];
  const texts = new Set(needed.map((one) => JSON.stringify(one)));
  return [...needed, ...listOf(known).filter((one) => !texts.has(JSON.stringify(one)))];
}
