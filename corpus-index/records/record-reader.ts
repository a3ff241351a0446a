import type { Span } from '../text/span';
import type { RecordProblem } from './problem';
import type { YamlField, YamlMap, YamlText, YamlValue } from './yaml-value';
import { plainValue } from './yaml-value';

/** Reads the typed fields of one record, and says of each that is not what it should be where and why. */
export class RecordReader {
  private readonly fields = new Map<string, YamlField>();

  constructor(
    readonly map: YamlMap,
    private readonly problems: RecordProblem[],
  ) {
    for (const field of map.fields) {
      if (this.fields.has(field.name)) this.reportTwice(field);
      else this.fields.set(field.name, field);
      this.reportUnreadable(field);
    }
  }

  report(
    code: RecordProblem['code'],
    severity: RecordProblem['severity'],
    span: Span,
    message: string,
  ): void {
    this.problems.push({ code, severity, message, span });
  }

  /** Says that a field is not as it should be; it is left out. */
  wrong(name: string, value: YamlValue, expected: string): void {
    this.report('record-shape', 'warning', value.span, `\`${name}\` is not read: ${expected}.`);
  }

  /** The value of a field, unless it is missing or empty. */
  value(name: string): YamlValue | undefined {
    const value = this.fields.get(name)?.value;
    return value === undefined || value.kind === 'empty' || isBlank(value) ? undefined : value;
  }

  /** The one text of a field. */
  text(name: string): YamlText | undefined {
    const value = this.value(name);
    if (value === undefined || value.kind === 'text') return value;
    this.wrong(name, value, 'it must be one text');
    return undefined;
  }

  /** The texts of a field that is a list, or a single text. */
  texts(name: string): readonly YamlText[] {
    const value = this.value(name);
    if (value === undefined) return [];
    if (value.kind === 'text') return [value];
    if (value.kind === 'list') return value.items.filter((item) => this.isText(name, item));
    this.wrong(name, value, 'it must be a text or a list of texts');
    return [];
  }

  /** The record in a field, with a reader of its own. */
  record(name: string): RecordReader | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (value.kind === 'map') return new RecordReader(value, this.problems);
    this.wrong(name, value, 'it must be a record, one `name: value` on each line');
    return undefined;
  }

  /** The fields of other names, as plain values. */
  rest(known: ReadonlySet<string>): Record<string, unknown> {
    const others = [...this.fields.values()].filter(({ name }) => !known.has(name));
    return Object.fromEntries(others.map(({ name, value }) => [name, plainValue(value)]));
  }

  private isText(name: string, item: YamlValue): item is YamlText {
    if (item.kind === 'text') return item.text !== '';
    if (item.kind !== 'empty') this.wrong(name, item, 'each of its values must be a text');
    return false;
  }

  private reportUnreadable({ name, value }: YamlField): void {
    if (value.kind === 'empty' && value.unreadable !== undefined) this.wrong(name, value, value.unreadable);
    if (value.kind === 'list')
      value.items.forEach((item) => {
        this.reportUnreadable({ name, value: item, span: item.span });
      });
  }

  private reportTwice({ name, span }: YamlField): void {
    this.report(
      'yaml-syntax',
      'error',
      span,
      `\`${name}\` stands twice in this record: remove one. The first is used.`,
    );
  }
}

const isBlank = (value: YamlValue): boolean => value.kind === 'text' && value.text === '';

/** The values of `texts`, or nothing where there are none. */
export const plainTexts = (texts: readonly YamlText[]): string[] => texts.map(({ text }) => text);
