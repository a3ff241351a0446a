import type { Verdict } from '../quotations/verdict';
import { hasType, isObject, listOf, objectOr, type JsonObject, type JsonValue, withRest } from './json';
import type { AcknowledgedRisk, Anchor, LockedQuotation } from './locked-quotation';
import { iriOf, pathOf } from './relative-iri';

/** The prefix of properties that the Web Annotation vocabulary has no name for. */
export const PREFIX = 'sourcewright';

const own = (name: string): string => `${PREFIX}:${name}`;

/** A locked quotation as an annotation: the draft's words link to the place in the source. What other tools added stays. */
export function annotationJson(locked: LockedQuotation): JsonObject {
  const { id, json, verdict, acknowledged } = locked;
  return withRest(
    {
      id,
      type: json['type'] ?? 'Annotation',
      motivation: json['motivation'] ?? 'linking',
      body: bodyJson(locked),
      target: targetJson(locked),
      [own('verdict')]: verdict,
      [own('acknowledged')]: acknowledged.length > 0 ? acknowledged.map(riskJson) : undefined,
    },
    json,
  );
}

function bodyJson({ json, draft, quotation }: LockedQuotation): JsonObject {
  const read = objectOr(json['body']);
  const quote = { type: 'TextQuoteSelector', exact: quotation };
  const others = otherSelectors(read);
  return withRest(
    {
      type: read['type'] ?? 'SpecificResource',
      source: iriOf(draft),
      selector: others.length > 0 ? [quote, ...others] : quote,
    },
    read,
  );
}

function targetJson({ json, source, anchor, n }: LockedQuotation): JsonObject {
  const read = objectOr(json['target']);
  return withRest(
    {
      type: read['type'] ?? 'SpecificResource',
      source: iriOf(source.path),
      selector: [...selectorsOf(anchor), ...otherSelectors(read)],
      [own('key')]: source.key,
      [own('locator')]: n === undefined ? undefined : `para. ${n}`,
      [own('sha256')]: source.sha256,
      [own('reader')]: source.reader,
    },
    read,
  );
}

const selectorsOf = ({ exact, prefix, suffix, start, end }: Anchor): JsonObject[] => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
  { type: 'TextPositionSelector', start, end },
];

const otherSelectors = (resource: JsonObject): readonly JsonValue[] =>
  listOf(resource['selector']).filter(
    (one) => !hasType(one, 'TextQuoteSelector') && !hasType(one, 'TextPositionSelector'),
  );

const riskJson = ({ kind, text, sha256 }: AcknowledgedRisk): JsonObject => ({
  [own('risk')]: kind,
  [own('words')]: text,
  [own('sha256')]: sha256,
});

/** Reads an annotation of a lock; undefined for one of another tool, or one that lacks what a lock needs. */
export function readAnnotation(json: JsonValue): LockedQuotation | undefined {
  if (!hasType(json, 'Annotation')) return undefined;
  const [body, target] = [json['body'], json['target']];
  if (!isObject(body) || !isObject(target)) return undefined;
  const [draft, path] = [body, target].map(({ source }) => (isText(source) ? pathOf(source) : undefined));
  const quotation = listOf(body['selector']).find((one) => hasType(one, 'TextQuoteSelector'))?.['exact'];
  const anchor = readAnchor(target);
  const [id, key, sha256, reader] = [
    json['id'],
    target[own('key')],
    target[own('sha256')],
    target[own('reader')],
  ];
  if (!isText(id) || !isText(draft) || !isText(path) || !isText(quotation) || !anchor || !isText(key))
    return undefined;
  return {
    id,
    draft,
    quotation,
    source: { key, path, sha256: textOr(sha256), reader: textOr(reader) },
    anchor,
    n: paragraphIn(target[own('locator')]),
    verdict: verdictOr(json[own('verdict')]),
    acknowledged: listOf(json[own('acknowledged')]).flatMap(readRisk),
    json,
  };
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';

const textOr = (value: JsonValue | undefined): string => (isText(value) ? value : '');

const isOffset = (value: JsonValue | undefined): value is number => Number.isSafeInteger(value);

function readAnchor(target: JsonObject): Anchor | undefined {
  const selectors = listOf(target['selector']);
  const quote = selectors.find((one) => hasType(one, 'TextQuoteSelector'));
  const position = selectors.find((one) => hasType(one, 'TextPositionSelector'));
  const [exact, start, end] = [quote?.['exact'], position?.['start'], position?.['end']];
  if (!isText(exact) || !isOffset(start) || !isOffset(end)) return undefined;
  return { exact, prefix: textOr(quote?.['prefix']), suffix: textOr(quote?.['suffix']), start, end };
}

function paragraphIn(locator: JsonValue | undefined): number | undefined {
  const found = isText(locator) ? /^para\. (\d+)$/.exec(locator) : undefined;
  return found ? Number(found[1]) : undefined;
}

const ACCEPTED: readonly Verdict[] = ['verbatim', 'typographic', 'editorial'];

/** What is locked was accepted; a word this version does not know is taken for the weakest. */
const verdictOr = (value: JsonValue | undefined): Verdict =>
  ACCEPTED.find((verdict) => verdict === value) ?? 'editorial';

function readRisk(json: JsonValue): AcknowledgedRisk[] {
  const { [own('risk')]: kind, [own('words')]: text, [own('sha256')]: sha256 } = objectOr(json);
  return isText(kind) && isText(text) && isText(sha256) ? [{ kind, text, sha256 }] : [];
}
