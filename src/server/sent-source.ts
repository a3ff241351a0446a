import { gramTableInSteps, inOneGo, sampledGrams, type ReadyGrams, type SourceText } from '#corpus-index';
import { replacementsIn } from './editor-texts';
import { heldSource } from './held-source';
import { packReading, packText, type PackedReading, type PackedText } from './packed-text';
import { sharedMemory } from './shared-memory';

/** A source as the worker sends it: what is large lies where both threads see it. */
export interface SentSource extends Omit<SourceText, 'text' | 'reading'> {
  readonly text: PackedText;
  /** Of a reading that is not the text itself. */
  readonly reading?: PackedReading;
  readonly grams: ReadyGrams;
  /** How many U+FFFD it has. */
  readonly replacements: number;
}

/** Of use as long as the source is. */
const texts = sharedMemory();

/** Of use until one table is made of many. */
const tables = sharedMemory();

export function toSend({ text, reading, ...source }: SourceText): SentSource {
  const grams = sampledGrams({ text, reading, ...source });
  const packed = packReading(text, reading, texts);
  return {
    ...source,
    text: packText(text, texts),
    ...(packed && { reading: packed }),
    grams: {
      table: inOneGo(gramTableInSteps([grams], tables.numbers)),
      ...(grams.signatures && { signatures: grams.signatures }),
    },
    replacements: replacementsIn(text),
  };
}

export function received(sent: SentSource): SourceText {
  const { path, format, metadata, passages, dropped, pages, unread, withdrawn } = sent;
  const source = {
    ...{ path, format, metadata, passages, dropped },
    ...(pages && { pages }),
    ...(unread && { unread }),
    ...(withdrawn && { withdrawn }),
  };
  return heldSource(source, sent.text, sent.reading);
}
