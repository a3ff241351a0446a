import type { Piece, ReviewEntry, ReviewQuotation } from '../../protocol/review';
import type { ReviewTexts } from '../../protocol/review-page';
import { format, make, shown } from '../dom';
import { stateOf } from './walk';

/** `@wall, para. 2`. */
export const nameOf = ({ key, locator }: ReviewEntry): string =>
  shown(`@${key}${locator === undefined ? '' : `, ${locator}`}`);

/** As the draft has it, with the words beside its key, which may turn round what it is cited for: `but contra @wall, para. 2`. */
export const writtenCitation = (entry: ReviewEntry): string =>
  `${entry.prefix === undefined ? '' : `${shown(entry.prefix)} `}${nameOf(entry)}${entry.suffix === undefined ? '' : `, ${shown(entry.suffix)}`}`;

/** What a citation's quotations come to, in words. */
export const verdictOf = (
  { outcome }: Pick<ReviewEntry, 'outcome'>,
  texts: Pick<ReviewTexts, 'verdicts'>,
): string => texts.verdicts[outcome] ?? outcome;

/** One citation: what the draft makes of it beside what the source says. */
export function card(entry: ReviewEntry, total: number, texts: ReviewTexts): Node[] {
  return [
    heading(entry, total, texts),
    make(
      'p',
      { class: 'reference', dir: 'auto' },
      shown(entry.reference),
      ...(entry.admiralty === undefined ? [] : [' · ', format(texts.admiralty, entry.admiralty)]),
    ),
    ...(entry.sentence === '' ? [] : [section(texts.claim, 'claim', words([plainPiece(entry.sentence)]))]),
    make('div', { class: 'sides' }, draftSide(entry, texts), sourceSide(entry, texts)),
    ...decision(entry, texts),
  ];
}

function heading(entry: ReviewEntry, total: number, texts: ReviewTexts): HTMLElement {
  const state = stateOf(entry);
  const verdict = verdictOf(entry, texts);
  return make(
    'div',
    { class: 'heading' },
    make(
      'h2',
      { id: 'citation' },
      make('span', { class: 'position' }, `${format(texts.position, entry.citation + 1, total)} `),
      make('bdi', {}, writtenCitation(entry)),
    ),
    make('span', { class: `tag ${entry.tone}` }, verdict),
    make('span', { class: `tag ${state}` }, texts.states[state]),
  );
}

function draftSide({ quotations, resolved, outcome }: ReviewEntry, texts: ReviewTexts): HTMLElement {
  const parts = quotations.flatMap((quotation) => [
    make('blockquote', {}, words(quotation.pieces, 'differs')),
    ...instead(quotation, texts),
    ...differences(quotation, texts),
    ...risks(quotation, texts),
  ]);
  if (!resolved && outcome === 'unchecked') parts.push(make('p', { class: 'note' }, texts.unreadPlace));
  else if (!resolved) parts.push(make('p', { class: 'note' }, texts.unresolved));
  else if (quotations.length === 0) parts.push(make('p', { class: 'note' }, texts.noQuotation));
  else if (outcome === 'unquoted') parts.push(make('p', { class: 'note' }, texts.otherQuoted));
  return section(texts.inDraft, 'side', ...parts);
}

function sourceSide({ passages, noPassage, before, behind }: ReviewEntry, texts: ReviewTexts): HTMLElement {
  const around = (text: string | undefined) =>
    text === undefined ? [] : [make('p', { class: 'around', dir: 'auto' }, shown(text))];
  const parts = passages.flatMap(({ locator, pieces }) => [
    make('p', { class: 'where' }, locator),
    make('blockquote', {}, words(pieces, 'quoted')),
  ]);
  return section(
    texts.inSource,
    'side',
    ...(passages.length === 0
      ? [make('p', { class: 'note' }, texts.noPassage[noPassage ?? 'whole'])]
      : [...around(before), ...parts, ...around(behind)]),
  );
}

const plainPiece = (text: string): Piece => ({ text, isMarked: false });

function words(pieces: readonly Piece[], mark = ''): HTMLElement {
  const parts = pieces.map(({ text, isMarked, differs = false }) =>
    isMarked ? make('mark', { class: differs ? `${mark} differs` : mark }, shown(text)) : shown(text),
  );
  return make('p', { dir: 'auto' }, ...parts);
}

function instead({ instead: where }: ReviewQuotation, texts: ReviewTexts): HTMLElement[] {
  if (!where) return [];
  const said = where.isSame ? texts.instead : texts.similar;
  return [make('p', { class: 'note' }, make('bdi', {}, format(said, shown(where.place))))];
}

function differences({ differences: all }: ReviewQuotation, texts: ReviewTexts): HTMLElement[] {
  if (all.length === 0) return [];
  const items = all.map(({ kind, quotationText, sourceText }) => {
    const [ours, theirs] = [shown(quotationText.trim()), shown(sourceText.trim())];
    const said =
      ours === ''
        ? format(texts.onlySource, theirs)
        : theirs === ''
          ? format(texts.onlyDraft, ours)
          : format(texts.bothSides, ours, theirs);
    return make('li', {}, `${texts.kinds[kind] ?? kind}: `, make('bdi', {}, said));
  });
  return [make('h4', {}, texts.differences), make('ul', {}, ...items)];
}

function risks({ risks: all }: ReviewQuotation, texts: ReviewTexts): HTMLElement[] {
  if (all.length === 0) return [];
  return [
    make('h4', {}, texts.risks),
    make('ul', {}, ...all.map((risk) => make('li', { dir: 'auto' }, shown(risk)))),
  ];
}

function decision({ decision: said, by, at, note, sides }: ReviewEntry, texts: ReviewTexts): HTMLElement[] {
  if (said === undefined) return [];
  const who = by === undefined || at === undefined ? undefined : [shown(by), when(at)];
  return [
    section(
      texts.decision,
      'decision',
      make(
        'p',
        {},
        make('bdi', {}, who ? format(texts.decidedBy, texts.states[said], ...who) : texts.states[said]),
      ),
      ...(note === undefined ? [] : [make('p', { class: 'said', dir: 'auto' }, shown(note))]),
      ...(sides === undefined
        ? []
        : [
            make(
              'p',
              { class: 'changed' },
              format(texts.stale, sides.map((side) => texts.sides[side] ?? side).join(', ')),
            ),
          ]),
    ),
  ];
}

/** In the reader's own time; what is no date stays as it is. */
function when(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? shown(at)
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

const section = (title: string, name: string, ...content: readonly Node[]): HTMLElement =>
  make('section', { class: name }, make('h3', {}, title), ...content);
