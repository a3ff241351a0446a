import type { DropReason } from './passage';

/**
 * What web sites wrap around an article, as the widespread publishing systems word it (WordPress and the
 * comment, sharing and newsletter plug-ins around it). Each pattern must hold for a whole paragraph, and only
 * for a short one: prose that merely mentions such words is kept.
 */
const FURNITURE: readonly (readonly [DropReason, RegExp])[] = [
  ['pingback', /^(?:\d+\.\s+)?(?:pingback|trackback)s?\s*(?::|$)/i],
  ['comment', /^\d+\s+(?:thoughts?|comments?|responses?|replies)(?:\s+(?:on|to)\b.*)?$/i],
  ['comment', /^(?:comments?|responses|reader comments)\s*\(\d+\)$/i],
  [
    'comment',
    /^(?:comments are closed|no comments(?: yet)?|view all comments|load more comments|show comments)\.?$/i,
  ],
  ['comment-form', /^(?:leave|post|write|add) a (?:reply|comment)\b/i],
  ['comment-form', /^(?:please )?(?:enter|type) your (?:comment|name|e-?mail|website)\b/i],
  [
    'comment-form',
    /^(?:cancel reply|log in to (?:leave a comment|reply)|you must be logged in to post a comment)\b/i,
  ],
  ['comment-form', /^your e-?mail address will not be published\b/i],
  ['comment-form', /^save my name, e-?mail,? and website\b/i],
  [
    'comment-form',
    /^(?:notify me of (?:new|follow-?up)|this site uses akismet|required fields are marked)\b/i,
  ],
  ['comment-form', /^(?:comment|name|e-?mail|website|url)\s*:?\s*\*?$/i],
  ['comment-form', /^(?:post comment|submit comment|join the (?:discussion|conversation))$/i],
  ['sharing', /^(?:share|tweet|like|print|e-?mail) this(?: (?:article|post|page|story))?\s*:?$/i],
  [
    'sharing',
    /^(?:share|tweet|pin it|print|copy link|share (?:on|via|with) .{1,30}|click to (?:share|print|e-?mail)\b.*)$/i,
  ],
  ['sharing', /^(?:like loading|loading)\s*(?:\.\.\.|…)$/i],
  ['sharing', /^(?:follow|like|find) us on\b/i],
  ['sharing', /^(?:subscribe|sign up)(?: now| here| today)?(?: (?:to|for) (?:our|the|my) .{1,60})?[.!]?$/i],
  [
    'sharing',
    /^(?:related(?: (?:articles?|posts?|stories|content|topics))?|you (?:may|might) also like|more (?:from|on) .{1,40}|recommended(?: for you)?|most (?:read|popular)|trending)\s*:?$/i,
  ],
  ['sharing', /^(?:read (?:more|also|next)|see also|also read|watch)\s*:/i],
  ['sharing', /^(?:tags?|filed under|categor(?:y|ies)|posted in|topics)\s*:\s*\S/i],
  ['sharing', /^(?:previous|next) (?:post|article|story)\b/i],
  [
    'site-banner',
    /^(?:skip to (?:main )?content|menu|main menu|search|home|navigation|toggle navigation|breadcrumbs?)$/i,
  ],
  [
    'notice',
    /^(?:advertisements?|sponsored|story continues below|article continues below)(?: content| advertisement| this ad)?$/i,
  ],
  ['notice', /^(?:©|\(c\)|copyright\b).{0,160}$/i],
  ['notice', /^all rights reserved\b.{0,120}$/i],
  ['notice', /^.{0,120}\ball rights reserved\.?$/i],
  [
    'notice',
    /^(?:privacy policy|terms (?:of use|of service|and conditions)|cookie policy|contact us|about us)(?:\s*[|·•]\s*.{1,40})*$/i,
  ],
  ['notice', /^(?:we|this (?:web)?site) uses? cookies\b/i],
  ['notice', /^(?:last (?:updated|modified)|updated|estimated reading time|reading time)\s*:?\s.{1,60}$/i],
  ['notice', /^\d+\s*min(?:ute)?s?\s*read$/i],
  ['separator', /^[\s\-–—*_=~.·•#]+$/],
];

/** The longest paragraph, in UTF-16 code units, that is looked at as furniture: link titles of pingbacks are long. */
const LONGEST_FURNITURE = 320;

/** Notes of translators and publishers: only at the head or the tail of a text. */
const NOTES: readonly (readonly [DropReason, RegExp])[] = [
  [
    'translation-note',
    /^[[(*]*(?:(?:this|the) (?:article|text|piece|post|report|story|essay|interview|document)\b.{0,80}\btranslat(?:ed|ion)\b|(?:machine[- ])?translat(?:ed|ion)\b.{0,20}\b(?:from|by|of)\b|(?:originally|first) published\b|traduit\b|traducido\b|übersetzt\b|übersetzung\b|tradotto\b)/i,
  ],
  [
    'notice',
    /^(?:[[(*]*)(?:the )?(?:views|opinions)\b.{0,80}\b(?:expressed|are)\b.{0,120}\b(?:own|author|necessarily|reflect|represent)/i,
  ],
];

export function furnitureReason(words: string): DropReason | undefined {
  if (words.length > LONGEST_FURNITURE) return undefined;
  const line = words.replace(/\s+/g, ' ').trim();
  return FURNITURE.find(([, pattern]) => pattern.test(line))?.[0];
}

export const isFurnitureLine = (words: string): boolean => furnitureReason(words) !== undefined;

export function noteReason(words: string): DropReason | undefined {
  if (words.length > LONGEST_FURNITURE) return undefined;
  return NOTES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Readers' comments follow: everything below such a heading is theirs. */
export const opensComments = (words: string): boolean =>
  /^\d+\s+(?:thoughts?|comments?|responses?|replies)\b/i.test(words) && furnitureReason(words) === 'comment';

/** A picture's caption by its wording. */
const CAPTION =
  /^(?:(?:file |stock )?(?:photo|photograph|image|picture|illustration|video|graphic)(?: (?:by|credit|courtesy|caption)\b|\s*[:/|])|credits?\s*:|(?:fig(?:ure)?|table|plate|map)\.?\s+\d+\s*[.:]|.{0,200}\((?:photo|image|credit|ap|afp|reuters|getty)[^)]*\)$|.{0,200}(?:getty images|\/\s*(?:ap|afp|reuters|shutterstock))$)/i;

/** The longest caption, in UTF-16 code units. */
const LONGEST_CAPTION = 240;

export const isCaption = (words: string): boolean => words.length <= LONGEST_CAPTION && CAPTION.test(words);
