import { gramTableInSteps, inOneGo, sampledGrams, type ReadyGrams, type SourceText } from '#corpus-index';
import { replacementsIn } from './editor-texts';
import { heldSource } from './held-source';
import { packReading, packText, type PackedReading, type PackedText } from './packed-text';
import { sharedNumbers } from './shared-numbers';

/** A source as the worker sends it: what is large are bytes that are handed over, or that both threads see. */
export interface SentSource extends Omit<SourceText, 'text' | 'reading' | 'grams'> {
  readonly text: PackedText;
  /** Of a reading that is not the text itself. */
  readonly reading?: PackedReading;
  readonly grams: ReadyGrams;
  /** How many U+FFFD it has. */
  readonly replacements: number;
}

export function toSend({ text, reading, grams: counted, ...source }: SourceText): SentSource {
  const grams = counted ?? sampledGrams({ text, reading, ...source });
  const packed = packReading(text, reading);
  return {
    ...source,
    text: packText(text),
    ...(packed && { reading: packed }),
    grams: {
      table: inOneGo(gramTableInSteps([grams], sharedNumbers)),
      ...(grams.signatures && { signatures: grams.signatures }),
    },
    replacements: replacementsIn(text),
  };
}

/** The memory that goes with it to the other thread. */
export const handedOver = ({ text, reading }: SentSource): ArrayBuffer[] =>
  [text.bytes, ...(reading ? [reading.stretches, reading.words.bytes] : [])].map(({ buffer }) => buffer);

export function received(sent: SentSource): SourceText {
  const { path, format, metadata, passages, dropped, pages, unread } = sent;
  const source = {
    ...{ path, format, metadata, passages, dropped },
    ...(pages && { pages }),
    ...(unread && { unread }),
  };
  return heldSource(source, sent.text, sent.reading);
}
