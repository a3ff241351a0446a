import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Event, Extension, ParseContext } from 'micromark-util-types';

/** Reads stretches of one text: as blocks, or as the inline content of one paragraph. */
export interface EventReader {
  /** Whether the text defines any link target. */
  readonly hasLabels: boolean;
  readonly blocks: (markdown: string) => Event[];
  readonly inline: (markdown: string) => Event[];
}

/**
 * A reader of Markdown as micromark's events, whose offsets are those of the given stretch. Tables and footnotes are
 * looked for only where their characters stand. `[^x]` is a note reference whether or not the note is defined: it
 * may be defined in another stretch.
 */
export function eventReader(labels: ReadonlySet<string>): EventReader {
  const contexts = new Map<string, ParseContext>();
  const contextFor = (markdown: string): ParseContext => {
    const tables = markdown.includes('|');
    const footnotes = markdown.includes('[^');
    const key = `${String(tables)} ${String(footnotes)}`;
    const context =
      contexts.get(key) ??
      newContext([...(tables ? [gfmTable()] : []), ...(footnotes ? [gfmFootnote()] : [])]);
    contexts.set(key, context);
    context.lazy = {};
    return context;
  };
  const newContext = (extensions: Extension[]): ParseContext => {
    const context: ParseContext = parse({ extensions });
    context.defined = knownLabels(labels);
    return Object.assign(context, { gfmFootnotes: ANY_LABEL });
  };
  return {
    hasLabels: labels.size > 0,
    blocks: (markdown) =>
      postprocess(
        contextFor(markdown)
          .document()
          .write(preprocess()(markdown, undefined, true)),
      ),
    inline: (markdown) =>
      postprocess(
        contextFor(markdown)
          .text()
          .write(preprocess()(markdown, undefined, true)),
      ),
  };
}

/** micromark keeps labels in a list that it only searches and adds to; a set answers at once, however many there are. */
const knownLabels = (labels: ReadonlySet<string>): string[] =>
  ({ includes: (label: string) => labels.has(label), push: () => labels.size }) as unknown as string[];

const ANY_LABEL = { includes: () => true, push: () => 0 };
