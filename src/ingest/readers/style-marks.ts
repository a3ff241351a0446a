/** Whether a style hides words or strikes them out; undefined where nothing says so. */
export interface Marks {
  readonly hidden: boolean | undefined;
  readonly struck: boolean | undefined;
}

/** Styles stand on one another; longer chains are circles. */
export const LONGEST_CHAIN = 12;

/** What is said nearer holds; the rest as what it stands on says. */
export const withBase = (own: Marks | undefined, base: Marks | undefined): Marks => ({
  hidden: own?.hidden ?? base?.hidden,
  struck: own?.struck ?? base?.struck,
});
