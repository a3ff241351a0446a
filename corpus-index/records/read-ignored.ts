import type { RecordProblem } from './problem';
import { plainTexts, RecordReader } from './record-reader';
import { parseYaml } from './yaml-parse';
import { readValue } from './yaml-value';

const OPENS = /^(["']?)ignored\1[ \t]*:(?=\s|$)/m;
/** The next name in the first column; an item or a bracket there still belongs to the list. */
const CLOSES = /^(?![\s#\-\]}])/m;

/**
 * The names under `ignored:` at the top of actors.yaml: a person has told that they are no actors. Read by itself, so that
 * a mistake in a record does not bring all of them back.
 */
export function readIgnored(yamlText: string, problems: RecordProblem[]): string[] {
  const opens = OPENS.exec(yamlText);
  if (!opens) return [];
  const start = opens.index;
  const from = start + opens[0].length;
  const length = CLOSES.exec(yamlText.slice(from))?.index ?? yamlText.length - from;
  const { documents, errors } = parseYaml(yamlText.slice(start, from + length));
  const [document] = documents;
  if (errors.length > 0 || !document) return [];
  const value = readValue(document.contents, document, start);
  return value.kind === 'map' ? plainTexts(new RecordReader(value, problems).texts('ignored')) : [];
}
