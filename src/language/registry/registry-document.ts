import { readActors } from '#corpus-index';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** actors.yaml with the places of its parts, to be edited so that all other text stays as it is. */
export interface RegistryDocument {
  readonly text: string;
  readonly records: readonly RegistryRecord[];
}

export interface RegistryRecord {
  readonly id: string;
  readonly map: YAMLMap<Node, Node | null>;
  /** The list that it stands in. */
  readonly list: YAMLSeq;
}

/** One value of a property, and where it stands. */
export interface TextNode {
  readonly text: string;
  readonly node: Scalar;
}

/** Reads a registry for editing; undefined where it has mistakes in its YAML, for an edit could then do harm. */
export function readRegistry(text: string): RegistryDocument | undefined {
  // Nesting that would exhaust the call stack is among the mistakes.
  if (readActors(text).problems.some(({ code }) => code === 'yaml-syntax')) return undefined;
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  const root = document.contents as Node | null;
  const list = isMap(root) ? root.get('actors', true) : root;
  if (!isSeq(list)) return undefined;
  const records = list.items.flatMap((item) => {
    const id = isMap(item) ? textsOf(item as YAMLMap<Node, Node | null>, 'id')?.[0]?.text : undefined;
    return id === undefined ? [] : [{ id, map: item as YAMLMap<Node, Node | null>, list }];
  });
  return { text, records };
}

/** The value of a property; undefined where the record does not have it. */
export function valueOf(map: RegistryRecord['map'], key: string): Node | null | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

/** The texts of a property, one or a list; undefined where something else stands there. */
export function textsOf(map: RegistryRecord['map'], key: string): TextNode[] | undefined {
  const value = valueOf(map, key);
  if (value === undefined || value === null || isNull(value)) return [];
  const nodes: unknown[] = isSeq(value) ? value.items : [value];
  const texts: TextNode[] = [];
  for (const node of nodes) {
    if (!isScalar(node) || isAlias(node) || node.anchor !== undefined || node.tag !== undefined)
      return undefined;
    if (node.value === null) return undefined;
    texts.push({ text: textOf(node), node });
  }
  return texts;
}

/** A scalar as the registry reads it. */
export const textOf = ({ source, value }: Scalar): string =>
  (source ?? (typeof value === 'string' ? value : JSON.stringify(value))).trim();

export const isNull = (node: Node): boolean => isScalar(node) && node.value === null;

/** Where a value ends: its last character, and not the comments and line breaks behind. */
export function endOf(node: Node): number {
  const [start = 0, end = 0] = node.range ?? [];
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const inner = isSeq(node) ? last : (last as { value?: unknown } | undefined)?.value;
    if (isMap(inner) || isSeq(inner) || isScalar(inner) || isAlias(inner))
      return Math.max(start, endOf(inner));
    const key = (last as { key?: unknown } | undefined)?.key;
    return isScalar(key) ? endOf(key) + 1 : end;
  }
  return end;
}

/** Where a node begins. */
export const startOf = (node: Node): number => node.range?.[0] ?? 0;
