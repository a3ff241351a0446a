import { findMixedSpellings } from '../actors/mixed-spellings';
import type { Check } from './check';

/** So many spellings are named in a message. */
const MOST_NAMED = 4;

/** One name in several spellings in the writer's own words, where this is not the house spelling. */
export const spelling: Check = ({ draft, names }) =>
  names
    ? findMixedSpellings(draft, names).map(({ span, house, spellings }) => ({
        code: 'spelling',
        severity: 'hint',
        message: `This draft spells one name in several ways: ${list(spellings)}. Write it as actors.yaml does: “${house}”.`,
        span,
      }))
    : [];

const list = (spellings: readonly string[]): string =>
  spellings
    .slice(0, MOST_NAMED)
    .map((one) => `“${one}”`)
    .join(', ') + (spellings.length > MOST_NAMED ? ', …' : '');
