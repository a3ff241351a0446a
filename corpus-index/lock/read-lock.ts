import { readAnnotation } from './annotation-json';
import { hasType, isObject, type JsonValue, without } from './json';
import { emptyLock, mergeLocks, type Lock } from './lock';

/** A lock as it was read. Where the text is no lock, `broken` says why, and `lock` has what could still be read of it. */
export interface LockReading {
  readonly lock: Lock;
  readonly broken?: string;
}

/** Reads the text of `.sourcewright/anchors.json`. Never throws. */
export function readLock(text: string): LockReading {
  const json = parsed(text.replace(/^\uFEFF/, ''));
  if (!json) {
    const why = /^<{7} /m.test(text) ? 'a merge has left its marks in it' : 'it is not valid JSON';
    return { lock: salvaged(text), broken: why };
  }
  const collection = json.value;
  const page = isObject(collection) ? collection['first'] : undefined;
  if (!hasType(collection, 'AnnotationCollection') || !isObject(page) || !Array.isArray(page['items']))
    return { lock: emptyLock, broken: 'it is no AnnotationCollection with its annotations under "first"' };
  const items = page['items'] as readonly JsonValue[];
  return {
    lock: { ...lockOf(items), collection: without(collection, 'first'), page: without(page, 'items') },
  };
}

function lockOf(items: readonly JsonValue[]): Lock {
  const read = items.map((item) => ({ item, locked: readAnnotation(item) }));
  const lock: Lock = {
    ...emptyLock,
    quotations: read.flatMap(({ locked }) => locked ?? []),
    others: read.flatMap(({ item, locked }) => (locked ? [] : [item])),
  };
  // A merge may leave two annotations of one id.
  return mergeLocks(lock, emptyLock);
}

function parsed(text: string): { readonly value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return undefined;
  }
}

/** What a text that is no JSON still holds: both sides of git's conflicts, or else each annotation that is whole. */
function salvaged(text: string): Lock {
  const sides = conflictSides(text).map((side) => {
    const { lock, broken } = side === text ? { lock: emptyLock, broken: '' } : readLock(side);
    return broken === undefined ? lock : lockOf(wholeAnnotations(side));
  });
  return sides.reduce(mergeLocks, emptyLock);
}

/** The text as either side of a merge has it; the text alone where there is no conflict in it. */
function conflictSides(text: string): string[] {
  const conflict = /^<{7}.*\r?\n([^]*?)(?:^\|{7}.*\r?\n[^]*?)?^={7}\r?\n([^]*?)^>{7}.*(?:\r?\n|$)/gm;
  return [...new Set([text.replace(conflict, '$1'), text.replace(conflict, '$2')])];
}

/** Annotations as `writeLock` lays them out: each from its brace to the next one as far from the margin. */
function wholeAnnotations(text: string): JsonValue[] {
  return [...text.matchAll(/^ {6}\{\r?\n[^]*?^ {6}\}/gm)].flatMap(([block]) => {
    const json = parsed(block);
    return json ? [json.value] : [];
  });
}
