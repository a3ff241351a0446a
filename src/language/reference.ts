import type { Place, Source } from '#corpus-index';

/** A source as a reader would name it in running text: `Orton 2014`; the title or key where no author is known. */
export function shortReference(
  source: Pick<Source, 'key' | 'title' | 'authorShort' | 'issued' | 'site'>,
): string {
  const names = source.authorShort;
  const who =
    names.length > 2
      ? `${names[0] ?? ''} et al.`
      : names.length > 0
        ? names.join(' and ')
        : (source.site ?? source.title ?? source.key);
  const year = source.issued?.slice(0, 4);
  return year === undefined ? who : `${who} ${year}`;
}

/** Author, title, site and date on one line. */
export const fullReference = ({ key, title, author, issued, site }: Source): string =>
  [author.join(', '), title ?? key, site ?? '', issued ?? ''].filter((part) => part !== '').join(' · ');

export const paragraphLocator = (n: number): string => `para. ${n}`;

/** `para. 4`, or what else a place is that no paragraph number names. */
export const placeName = (place: Pick<Place, 'n'>): string =>
  place.n === undefined ? 'its title, a heading or a caption' : paragraphLocator(place.n);
