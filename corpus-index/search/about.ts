/** What a source's passages can be found by beside their own words. */
export const aboutOf = (source: {
  readonly title?: string;
  readonly author: readonly string[];
  readonly site?: string;
}): string => [source.title ?? '', ...source.author, source.site ?? ''].join(' ').trim();
