import { splitText, type PassageOverrides, type SourceText } from '#corpus-index';

/** Plain text: read as it stands. */
export function readText(path: string, text: string, overrides?: PassageOverrides): SourceText {
  return { path, format: 'text', text, reading: { text }, ...splitText(text, overrides) };
}
