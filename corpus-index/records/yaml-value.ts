import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Span } from '../text/span';

/** A YAML value as plain data that knows where it stands in the file. */
export type YamlValue = YamlText | YamlList | YamlMap | YamlEmpty;

export interface YamlText {
  readonly kind: 'text';
  /** As a reader means it: a number or date without quotation marks is the text that stands there. */
  readonly text: string;
  /** As YAML types it: string, number or boolean. */
  readonly scalar: unknown;
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly fields: readonly YamlField[];
  readonly span: Span;
}

/** Nothing, `null` or `~`; or what cannot be read, with what a person should know about it. */
export interface YamlEmpty {
  readonly kind: 'empty';
  readonly unreadable?: string;
  readonly span: Span;
}

export interface YamlField {
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
  readonly value: YamlValue;
}

/** A value that repeats itself through more aliases, or lies deeper, is cut off: such a file is an attack or an accident. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 50;

interface Reading {
  readonly document: Document;
  /** What to add to the document's offsets. */
  readonly offset: number;
  aliases: number;
}

/** A parsed node as plain data; `offset` is where the document begins in the file. */
export function readValue(node: Node | null | undefined, document: Document, offset: number): YamlValue {
  return valueOf(node, { document, offset, aliases: 0 }, 0);
}

/** The value as JSON has it, for what is only kept and passed on. */
export function plainValue(value: YamlValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.scalar;
    case 'list':
      return value.items.map(plainValue);
    case 'map':
      return Object.fromEntries(value.fields.map((field) => [field.name, plainValue(field.value)]));
    case 'empty':
      return null;
  }
}

function valueOf(node: Node | null | undefined, reading: Reading, depth: number): YamlValue {
  const span = spanOf(node, reading);
  if (depth > MAX_DEPTH)
    return { kind: 'empty', unreadable: `its values lie more than ${MAX_DEPTH} levels deep`, span };
  if (isAlias(node)) return aliasOf(node, reading, depth, span);
  if (isScalar(node)) return scalarOf(node, span);
  if (isSeq(node)) return { kind: 'list', items: itemsOf(node, reading, depth + 1), span };
  if (isMap(node)) return { kind: 'map', fields: fieldsOf(node, reading, depth + 1), span };
  return { kind: 'empty', span };
}

function aliasOf(node: Alias, reading: Reading, depth: number, span: Span): YamlValue {
  if (++reading.aliases > MAX_ALIASES) {
    return { kind: 'empty', unreadable: `it repeats other values more than ${MAX_ALIASES} times`, span };
  }
  const target = node.resolve(reading.document);
  if (!target)
    return {
      kind: 'empty',
      unreadable: `\`*${node.source}\` repeats a value marked \`&${node.source}\`, and there is none`,
      span,
    };
  return { ...valueOf(target, reading, depth + 1), span };
}

function scalarOf(node: Scalar, span: Span): YamlValue {
  const { value } = node;
  if (value === null || value === undefined) return { kind: 'empty', span };
  const text = typeof value === 'string' ? value : (node.source ?? JSON.stringify(value));
  return { kind: 'text', text: text.trim(), scalar: value, span };
}

const itemsOf = (node: YAMLSeq, reading: Reading, depth: number): YamlValue[] =>
  node.items.map((item) => valueOf(item as Node | null, reading, depth));

function fieldsOf(node: YAMLMap, reading: Reading, depth: number): YamlField[] {
  return node.items.map((pair) => {
    const key = valueOf(pair.key as Node | null, reading, depth);
    const value = valueOf(pair.value as Node | null, reading, depth);
    // A field without a value has no place of its own: its name's is the one to point at.
    const placed = value.span.end > value.span.start ? value : { ...value, span: key.span };
    return { name: key.kind === 'text' ? key.text : '', span: key.span, value: placed };
  });
}

function spanOf(node: Node | null | undefined, { offset }: Reading): Span {
  const [start, end] = node?.range ?? [0, 0];
  return { start: offset + start, end: offset + end };
}
