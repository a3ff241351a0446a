/** What `JSON.parse` gives. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOr = (value: JsonValue | undefined): JsonObject => (isObject(value) ? value : {});

/** A value, or the values of a list: JSON-LD writes a list of one without brackets. */
export const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  value === undefined ? [] : isList(value) ? value : [value];

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** Whether an object is of a type of JSON-LD, by itself or among others. */
export const hasType = (value: JsonValue | undefined, type: string): value is JsonObject =>
  isObject(value) && listOf(value['type']).includes(type);

/** The object without some of its properties. */
export const without = (object: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/**
 * `known` in its order, without what is undefined; then what else `read` has: what other tools wrote stays, and what has no
 * value any more goes.
 */
export const withRest = (
  known: Readonly<Record<string, JsonValue | undefined>>,
  read: JsonObject,
): JsonObject => ({
  ...Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ),
  ...without(read, ...Object.keys(known)),
});
