import type { DropReason } from './passage';
import { endsSentence, looksLikeHeading } from './heading';
import { readDate } from './dates';

type Furniture = readonly (readonly [DropReason, RegExp])[];

const PLATFORM =
  '(?:facebook|twitter|x|instagram|linked ?in|whats ?app|telegram|youtube|pinterest|reddit|tumblr|mastodon|bluesky|threads|tik ?tok|google news|google\\+|flipboard|pocket|e-?mail|rss|social media)';
const PLATFORMS = `${PLATFORM}(?:(?:\\s*[,&/|]\\s*|\\s+and\\s+|\\s+)(?:and\\s+)?${PLATFORM})*`;

/**
 * What web sites wrap around an article, as the widespread publishing systems word it (WordPress and the
 * comment, sharing and newsletter plug-ins around it). Each pattern must hold for a whole paragraph, to its
 * end: prose that merely begins with such words is kept.
 */
const FIXED_WORDING: Furniture = [
  ['pingback', /^(?:\d+\.\s+)?(?:pingback|trackback)s?\s*(?::.*|)$/i],
  [
    'comment',
    /^\d+\s+(?:thoughts?|comments?|responses?|replies|reply|kommentare?|antworten|commentaires?|réponses?|comentarios?|comentários?|respuestas?|comment[io]|reacties?)$/i,
  ],
  ['comment', /^\d+\s+(?:thoughts?|comments?|responses?|repl(?:ies|y))\s+(?:on|to)\s*:?\s*[“"„«‘].*$/i],
  ['comment', /^(?:comments?|responses|reader comments|kommentare|commentaires|comentarios)\s*\(\d+\)$/i],
  [
    'comment',
    /^(?:comments are closed|no comments(?: yet)?|view all comments|load more comments|show comments|keine kommentare|aucun commentaire|sin comentarios|nessun commento|geen reacties)\.?$/i,
  ],
  [
    'comment-form',
    /^(?:leave|post|write|add) a (?:reply|comment)(?: below| here)?(?: to [^.,]{1,60})?(?:\s*cancel reply)?[.!:]?$/i,
  ],
  [
    'comment-form',
    /^(?:kommentar (?:verfassen|schreiben|hinterlassen|abschicken|abgeben)|(?:schreiben sie|schreibe|hinterlasse[n sie]*) (?:einen kommentar|eine antwort)|antworten? abbrechen|laisse[rz] un commentaire|répondre|annuler la réponse|dej[ae] (?:un comentario|una respuesta)|cancelar (?:la )?respuesta|lascia un commento|annulla risposta|reageer|(?:geef|laat) een reactie(?: achter)?|reactie annuleren|deixe um comentário|publicar comentario|invia commento)[.!:]?$/i,
  ],
  [
    'comment-form',
    /^(?:deine|ihre) e-?mail-?adresse wird nicht veröffentlicht\b|^votre adresse e-?mail ne sera pas publiée\b|^tu dirección de correo electrónico no será publicada\b|^il tuo indirizzo email non sarà pubblicato\b|^(?:je|het) e-?mailadres wordt niet gepubliceerd\b|^o seu endereço de e-?mail não será publicado\b/i,
  ],
  [
    'comment-form',
    /^(?:please )?(?:enter|type) your (?:comment|name|e-?mail(?: address)?|website)(?: url)?(?: here| below)?\s*(?:[.!:*…]|\.\.\.)*$/i,
  ],
  ['comment-form', /^you have entered an incorrect e-?mail address!?$/i],
  [
    'comment-form',
    /^(?:cancel reply|log in to (?:leave a comment|reply)|you must be logged in to post a comment)\.?$/i,
  ],
  [
    'comment-form',
    /^your e-?mail address will not be published(?:\.?\s*(?:required fields are marked)?\s*\*?)\.?$/i,
  ],
  [
    'comment-form',
    /^save my name, e-?mail,? and website (?:in this browser )?for the next time i comment\.?$/i,
  ],
  [
    'comment-form',
    /^(?:notify me of (?:new|follow-?up) (?:comments|posts)(?: (?:by|via) e-?mail)?|this site uses akismet\b.{0,120}|required fields are marked\s*\*?)\.?$/i,
  ],
  ['comment-form', /^(?:comment|name|e-?mail|website|url)\s*:?\s*\*?$/i],
  ['comment-form', /^(?:post comment|submit comment|join the (?:discussion|conversation))$/i],
  ['sharing', /^(?:share|tweet|like|print|e-?mail) this(?: (?:article|post|page|story))?\s*:?$/i],
  ['sharing', /^(?:share|tweet|pin it|print|copy link|teilen|partager|compartir|condividi|delen)\s*:?$/i],
  [
    'sharing',
    new RegExp(
      `^(?:share|teilen|partager|compartir) (?:on|via|with|by|to|auf|sur|en) ${PLATFORMS}\\s*:?$`,
      'i',
    ),
  ],
  ['sharing', /^share (?:with|to) (?:your )?friends\s*:?$/i],
  ['sharing', new RegExp(`^(?:follow|like|find|join) us (?:on|via) (?:our )?${PLATFORMS}\\s*[.!:]?$`, 'i')],
  ['sharing', /^(?:read (?:more|also|next)|see also|also read)\s*:.*[^.…!]$/i],
  ['sharing', /^\d+(?:\.\d)?k?\s+(?:shares?|likes?|views?|retweets?)$/i],
  ['sharing', /^(?:like loading|loading)\s*(?:\.\.\.|…)$/i],
  [
    'sharing',
    /^(?:subscribe|sign up)(?: now| here| today)?(?: (?:to|for) (?:our|the|my) (?:[\p{L}-]+ ){0,4}(?:newsletters?|updates|alerts|mailing list|channel|podcast|briefings?|e-?mails?|feed|digest|blog))?[.!]?$/iu,
  ],
  [
    'sharing',
    /^(?:related(?: (?:articles?|posts?|stories|content|topics))?|you (?:may|might) also like|recommended(?: for you)?|most (?:read|popular)|trending)\s*:?$/i,
  ],
  ['sharing', /^(?:previous|next) (?:post|article|story)\s*(?:[:»›→].*)?$/i],
  [
    'site-banner',
    /^(?:skip to (?:main )?content|menu|main menu|search|home|navigation|toggle navigation|breadcrumbs?)$/i,
  ],
  [
    'notice',
    /^(?:advertisements?|sponsored|story continues below|article continues below)(?: content| advertisement| this ad)?$/i,
  ],
  ['notice', /^(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?\d{4}\b.{0,120}$/i],
  ['notice', /^copyright\s+\d{4}\b.{0,120}$/i],
  ['notice', /^©\s*\p{L}.{0,100}$/iu],
  ['notice', /^(?:.{0,120}[.,|–—©\d]\s*)?all rights reserved(?:\.|,? (?:by )?[\d©].{0,60})?$/i],
  [
    'notice',
    /^(?:we|this (?:web)?site) uses? cookies(?:\.|\b.{0,200}\b(?:experience|web ?site|site|traffic|browser|browsing|analy\w+|ads|advertis\w+|consent)\b.{0,120})?$/i,
  ],
  ['notice', /^(?:estimated )?reading time\s*:?\s*(?:about )?\d{1,3}\s*min(?:ute)?s?\.?$/i],
  ['notice', /^\d+\s*min(?:ute)?s?\s*read$/i],
  ['separator', /^-{2,}\s*(?:forwarded|original) message\s*-{2,}$/i],
  ['separator', /^[\s\-–—*_=~.·•#]+$/],
];

/** Labels with anything behind them: furniture only where the whole is no sentence. */
const LABELS: Furniture = [
  ['sharing', /^click to (?:share|print|e-?mail)\b.*$/i],
  ['sharing', /^[Mm][Oo][Rr][Ee] (?:from|on|about|in) \p{Lu}.{1,40}$/u],
  ['sharing', /^(?:watch|lesen sie auch|lire aussi|lea también|leggi anche|lees ook)\s*:/i],
  ['sharing', /^(?:tags?|filed under|categor(?:y|ies)|posted in|topics)\s*:\s*\S/i],
  ['sharing', /^(?:[Pp]revious|[Nn]ext) (?:[Pp]ost|[Aa]rticle|[Ss]tory)\s+\p{Lu}/u],
  ['notice', /^(?:©|\(c\)|copyright\b)(?=.*\b(?:19|20)\d{2}\b).{0,160}$/i],
  [
    'notice',
    /^(?:privacy policy|terms (?:of use|of service|and conditions)|cookie policy|contact us|about us)(?:\s*[|·•]\s*.{1,40})*$/i,
  ],
];

const UPDATED = /^(?:last )?(?:updated|modified)\b\s*:?\s*/i;

/** The longest paragraph, in UTF-16 code units, that is looked at as furniture: link titles of pingbacks are long. */
const LONGEST_FURNITURE = 320;

export function furnitureReason(words: string): DropReason | undefined {
  if (words.length > LONGEST_FURNITURE) return undefined;
  const line = words.replace(/\s+/g, ' ').trim();
  const matching = (list: Furniture) => list.find(([, pattern]) => pattern.test(line))?.[0];
  const fixed = matching(FIXED_WORDING);
  if (fixed) return fixed;
  if (isUpdateTime(line)) return 'notice';
  return endsSentence(line) ? undefined : matching(LABELS);
}

/** "Last updated: 3 May 2019, 14:02", "Updated 3 hours ago": a time and nothing else behind the word. */
function isUpdateTime(line: string): boolean {
  const lead = UPDATED.exec(line);
  if (!lead) return false;
  const rest = line.slice(lead[0].length).replace(/^(?:on|at) /i, '');
  const date = readDate(rest);
  const left = date ? rest.slice(0, date.start) + rest.slice(date.end) : rest;
  const words = left.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  return (
    (date !== undefined || /\d/.test(rest)) &&
    words.every((word) =>
      /^(?:\d{1,4}|at|on|am|pm|[a-z]{1,3}t|utc|gmt|hrs?|hours?|min(?:ute)?s?|days?|weeks?|ago|today|yesterday|\p{L}+day|mon|tue|wed|thu|fri|sat|sun)$/iu.test(
        word,
      ),
    )
  );
}

export const isFurnitureLine = (words: string): boolean => furnitureReason(words) !== undefined;

const LIST_OF_LINKS =
  /^(?:topics|tags|related(?: \w+)?|most (?:read|popular|viewed)|trending|explore more)\s*:?$/i;
const COUNTER = /^[\d.,]+k?$/i;

/** A paragraph each of whose lines is the site's: the fields of a form, buttons and their counters, links to topics. */
export function furnitureOfLines(words: string): DropReason | undefined {
  const lines = words.length > LONGEST_FURNITURE ? [] : words.split(/\r\n|[\n\r]/).map((line) => line.trim());
  if (lines.length < 2) return undefined;
  if (LIST_OF_LINKS.test(lines[0] ?? '') && lines.slice(1).every(looksLikeHeading)) return 'sharing';
  const first = furnitureReason(lines[0] ?? '');
  return lines.every((line) => COUNTER.test(line) || furnitureReason(line)) ? first : undefined;
}
