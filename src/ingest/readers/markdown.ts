import { splitMarkdown, type PassageOverrides, type SourceText } from '#corpus-index';

/** Markdown: passages are read without markup; front matter gives title, author, date and key. */
export function readMarkdown(path: string, text: string, overrides?: PassageOverrides): SourceText {
  return { path, format: 'markdown', text, ...splitMarkdown(text, overrides) };
}
