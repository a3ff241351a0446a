import { namedDirections } from '../language/direction-marks';
import { escapeMarkup } from '../language/markup-escape';
import type { Piece } from '../language/review/pieces';

/**
 * Other people's words as text: nothing in them is markup, and what would turn their direction round is named instead of
 * obeyed, so that the letters stand in the order that was compared.
 */
export const said = (text: string): string => namedDirections(escapeMarkup(text));

/** In its own direction, among other words. */
export const inline = (text: string): string => `<bdi>${said(text)}</bdi>`;

export const paragraph = (text: string, name: string): string =>
  `<p class="${name}" dir="auto">${said(text)}</p>`;

export const quoted = (pieces: readonly Piece[], mark: 'differs' | 'quoted'): string =>
  `<blockquote dir="auto">${pieces
    .map(({ text, isMarked, differs = false }) =>
      isMarked ? `<mark class="${differs ? `${mark} differs` : mark}">${said(text)}</mark>` : said(text),
    )
    .join('')}</blockquote>`;
