import type { MappedText, SourceText } from '#corpus-index';

/**
 * A source as the worker sends it. The reading of a plain text is the text itself: between threads a string is copied wherever it
 * stands, so it is left out there.
 */
export interface SentSource extends Omit<SourceText, 'reading'> {
  readonly reading: Omit<MappedText, 'text'> & { readonly text?: string };
}

export function toSend(source: SourceText): SentSource {
  const { text, ...mapping } = source.reading;
  return text === source.text ? { ...source, reading: mapping } : source;
}

export const received = (source: SentSource): SourceText => ({
  ...source,
  reading: { ...source.reading, text: source.reading.text ?? source.text },
});
