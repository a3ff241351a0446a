import type { Passage, Place, Source } from '#corpus-index';

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

/** `para. 4`; with the page on which it begins, where the source has pages: `p. 12, para. 4`. */
export const passageLocator = ({ n, page }: Pick<Passage, 'n' | 'page'>): string =>
  page === undefined ? paragraphLocator(n) : `p. ${page}, ${paragraphLocator(n)}`;

/** `p. 12, para. 4` of a place in a source, `para. 4` where that has no pages, or what else it is. */
export function placeIn(
  source: Pick<Source, 'pages'> | undefined,
  { n, start }: Pick<Place, 'n' | 'start'>,
): string {
  const page = source?.pages?.find((one) => one.start <= start && start < one.end)?.label;
  if (n !== undefined) return passageLocator({ n, ...(page === undefined ? {} : { page }) });
  return page === undefined ? placeName({}) : `p. ${page}`;
}

/** `para. 4`, or what else a place is that no paragraph number names. */
export const placeName = (place: Pick<Place, 'n'>): string =>
  place.n === undefined ? 'its title, a heading or a caption' : paragraphLocator(place.n);

/** The Admiralty code of a source's record, such as `B2`; undefined where it has none. */
export const admiraltyCode = ({
  reliability,
  credibility,
}: Pick<Source, 'reliability' | 'credibility'>): string | undefined =>
  (reliability ?? credibility) === undefined ? undefined : `${reliability ?? '–'}${credibility ?? '–'}`;
