import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { idOf, recordsIn } from '../registry/add-alias';
import { openYaml, pairOf } from '../registry/yaml-edits';
import type { FtmEntity } from './ftm-entity';
import { readFtm } from './ftm-entity';
import { plainRecord, textsOf, type PlainRecord } from './ftm-record';

/** A record of actors.yaml with all that it says, as plain data. */
export interface RegistryRecord {
  readonly id: string;
  readonly node: YAMLMap;
  readonly content: PlainRecord;
}

/** All of actors.yaml that goes into an exchange. */
export interface RegistryFile {
  readonly top: Node | null;
  /** Each id once. */
  readonly records: readonly RegistryRecord[];
  /** Entities that are no actors, under `entities:`. */
  readonly entities: readonly FtmEntity[];
}

/** Nothing where the file is broken, or repeats itself through aliases without measure. */
export function openRegistryFile(text: string): RegistryFile | undefined {
  const opened = openYaml(text);
  if (!opened) return undefined;
  const { document, top } = opened;
  try {
    const byId = new Map<string, RegistryRecord>();
    for (const node of recordsIn(top)) {
      keepAsWritten(node);
      const id = idOf(node);
      if (id !== undefined && !byId.has(id))
        byId.set(id, { id, node, content: plainRecord(node.toJS(document, { maxAliasCount: 100 })) });
    }
    const others = isMap(top) ? pairOf(top, 'entities')?.value : undefined;
    const listed: unknown = (others as Node | undefined)?.toJS(document, { maxAliasCount: 100 });
    return { top, records: [...byId.values()], entities: entitiesIn(listed) };
  } catch {
    return undefined;
  }
}

/** Numbers and the like are texts as they stand there: `1.50`, `0x1F`. What lies deeper is no text, and keeps its type. */
function keepAsWritten(record: YAMLMap): void {
  for (const { key, value } of record.items) {
    if (isScalar(key) && key.value === 'ftm') continue;
    for (const node of isSeq(value) ? value.items : [value])
      if (isScalar(node) && typeof node.value !== 'string' && node.value !== null)
        node.value = node.source ?? node.value;
  }
}

/** Entities as a file keeps them that are no actors: as in JSON lines. */
const entitiesIn = (listed: unknown): readonly FtmEntity[] =>
  Array.isArray(listed) ? readFtm(listed.map((one) => JSON.stringify(one)).join('\n')).entities : [];

export const relationsOf = ({ content }: RegistryRecord): readonly FtmEntity[] =>
  entitiesIn(content['relations']);

export const memberOfIn = ({ content }: RegistryRecord): readonly string[] =>
  textsOf(content['memberOf']) ?? [];
