import { touches, type Passage, type Source, type SourceRecord } from '#corpus-index';
import type { Citation, Draft } from '../draft';
import { paragraphsOf } from '../locators';
import { escapeMarkdown } from '../markdown-escape';
import { passageText } from '../passage-text';
import { passageLocator } from '../reference';
import { linked, type HoverContent, type HoverContext } from './hover';

/** Longest neighbour of a cited passage that is shown, in UTF-16 code units: it is there for context only. */
const LONGEST_NEIGHBOUR = 160;

/** So many cited passages are shown; a hover is no reader. */
const MOST_PASSAGES = 3;

/** On a citation's key, and nowhere beside it: the record, and the cited passage in its context. */
export function citationHover(context: HoverContext, draft: Draft, offset: number): HoverContent | undefined {
  const citation = draft.citations.find(({ span }) => touches(span, offset));
  if (!citation) return undefined;
  const { corpus } = context;
  const { span } = citation;
  const source = corpus.source(citation.key);
  if (source)
    return {
      span,
      markdown: [recordCard(source), ...printed(context), ...passages(context, source, citation)].join(
        '\n\n',
      ),
    };
  const record = corpus.record(citation.key);
  return record
    ? { span, markdown: [recordWithoutText(record), ...printed(context)].join('\n\n') }
    : undefined;
}

const printed = ({ reference }: HoverContext): string[] => (reference === undefined ? [] : [reference]);

const recordWithoutText = (record: SourceRecord): string =>
  `**${escapeMarkdown(record.title ?? record.id)}**\n\nThe text of this source is not among the sources, so nothing quoted from it is checked.`;

function recordCard(source: Source): string {
  const { title, author, issued, site, reliability, credibility, key, passages: all } = source;
  const lines = [
    `**${escapeMarkdown(title ?? key)}**`,
    escapeMarkdown([author.join(', '), site ?? '', issued ?? ''].filter((part) => part !== '').join(' · ')),
    escapeMarkdown(`@${key} · ${all.length} paragraphs`) + admiralty(reliability, credibility),
  ];
  return lines.filter((line) => line !== '').join('  \n');
}

const admiralty = (reliability: string | undefined, credibility: string | undefined): string =>
  reliability === undefined && credibility === undefined
    ? ''
    : ` · Admiralty ${escapeMarkdown(`${reliability ?? '–'}${credibility ?? '–'}`)}`;

function passages({ linkTo }: HoverContext, source: Source, { locator }: Citation): string[] {
  if (!locator) return [];
  const numbers = paragraphsOf(source, locator);
  if (!numbers) return [`There is no ${escapeMarkdown(`${locator.label} ${locator.value}`)} in this source.`];
  const shown = numbers.slice(0, MOST_PASSAGES).flatMap((n) => source.passages[n - 1] ?? []);
  const before = source.passages[(numbers[0] ?? 1) - 2];
  const after = source.passages[numbers.at(-1) ?? 0];
  const text = (passage: Passage) => passageText(source, passage);
  return [
    '---',
    ...(before ? [`*… ${escapeMarkdown(clip(text(before), 'end'))}*`] : []),
    ...shown.map(
      (passage) =>
        `${linked(passageLocator(passage), linkTo(source, passage))}  \n${escapeMarkdown(text(passage))}`,
    ),
    ...(numbers.length > shown.length ? [`and ${numbers.length - shown.length} more`] : []),
    ...(after ? [`*${escapeMarkdown(clip(text(after), 'start'))} …*`] : []),
  ];
}

/** The nearer end of a neighbouring paragraph, cut between words. */
function clip(text: string, keep: 'start' | 'end'): string {
  if (text.length <= LONGEST_NEIGHBOUR) return text;
  return keep === 'start'
    ? text.slice(0, LONGEST_NEIGHBOUR).replace(/\s+\S*$/, '')
    : text.slice(-LONGEST_NEIGHBOUR).replace(/^\S*\s+/, '');
}
