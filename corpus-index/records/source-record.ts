import type { Span } from '../text/span';

/** A name as CSL has it: `family` and `given`, or `literal` for what has no parts. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** One entry of `references:` in sources.yaml: what Sourcewright itself reads of a CSL item. */
export interface SourceRecord {
  readonly id: string;
  /** Path of the source, relative to the workspace root, `/` between folders. */
  readonly file?: string;
  readonly type?: string;
  readonly title?: string;
  readonly author: readonly CslName[];
  /** ISO 8601, as exact as the record is: `2014`, `2014-03` or `2014-03-24`. */
  readonly issued?: string;
  readonly containerTitle?: string;
  readonly url?: string;
  /** As written, best BCP 47. */
  readonly language?: string;
  /** Admiralty code, `A` to `F`. */
  readonly reliability?: string;
  /** Admiralty code, `1` to `6`. */
  readonly credibility?: string;
  /** Overrules what the splitter found: stretches that begin with one of these words. */
  readonly passages?: { readonly keep: readonly string[]; readonly drop: readonly string[] };
  /** The whole record with its values as YAML types them, for who prints or exports it: all but `file` and `custom`. */
  readonly csl?: Readonly<Record<string, unknown>>;
  /** Where the id stands in sources.yaml. */
  readonly span?: Span;
}
