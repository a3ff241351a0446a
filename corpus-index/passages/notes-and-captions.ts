import { endsSentence } from './heading';
import type { DropReason } from './passage';

/** The longest note, in UTF-16 code units. */
const LONGEST_NOTE = 320;

/** Notes of translators and publishers: only at the head or the tail of a text. */
const NOTES: readonly (readonly [DropReason, RegExp])[] = [
  [
    'translation-note',
    /^[[(*]*(?:this (?:article|text|piece|post|report|story|essay|interview|document)\b.{0,80}\btranslat(?:ed|ion)\b|the (?:article|text|piece|post|report|story|essay|interview|document) (?:is|was|has been) (?:[a-z-]+ )?translated (?:from|by|for)\b)/i,
  ],
  [
    'translation-note',
    /^[[(*]*(?:[Mm]achine[- ])?[Tt]ranslat(?:ed|ion)(?: from (?:the )?(?:original )?\p{Lu}[\p{L}-]+(?:(?:,| and) \p{Lu}[\p{L}-]+)*)?(?:(?:,? (?:by|for|of|in)|:) [^,;]{1,80})?[\])*.]*$/u,
  ],
  ['translation-note', /^[[(*]*(?:originally|first) (?:published|appeared) (?:in|by|on|at|as)\b/i],
  [
    'translation-note',
    /^[[(*]*(?:(?:article |texte )?traduit (?:de|du|par)|(?:artículo |texto )?traducido (?:del?|por)|übersetzt (?:von|aus)|(?:übersetzung|traduction|traducción|traduzione|vertaling)\s*:|(?:deutsche )?übersetzung (?:von|aus)|tradotto (?:da|dal))/i,
  ],
  [
    'notice',
    /^(?:[[(*]*)(?:the )?(?:views|opinions)\b.{0,80}\b(?:expressed|are)\b.{0,120}\b(?:own|author|necessarily|reflect|represent)/i,
  ],
];

export function noteReason(words: string): DropReason | undefined {
  if (words.length > LONGEST_NOTE) return undefined;
  return NOTES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A picture's caption by its wording. */
const CAPTION =
  /^(?:(?:file |stock )?(?:photo|photograph|image|picture|illustration|video|graphic)\s*[:/|]|credits?\s*:|(?:fig(?:ure)?|table|plate|map)\.?\s+\d+\s*[.:]|.{0,200}\((?:photo|image|credit)s?\b(?:[:/ ][^)]*)?\)$|.{0,200}\((?:ap|afp|reuters|getty)(?:[ /][^)]*)?\)$|.{0,200}(?:getty images|\/\s*(?:ap|afp|reuters|shutterstock))$)/i;

/** "Photo by Ada Verne": also the beginning of sentences. */
const CREDIT =
  /^(?:file |stock )?(?:photo|photograph|image|picture|illustration|video|graphic) (?:by|credit|courtesy|caption)\b/i;

/** The longest caption, in UTF-16 code units. */
const LONGEST_CAPTION = 240;

export const isCaption = (words: string): boolean =>
  words.length <= LONGEST_CAPTION && (CAPTION.test(words) || (CREDIT.test(words) && !endsSentence(words)));
