import type { ComparedQuotation } from './compare-locked';
import { shortReference } from '../reference';

/** The source of a locked quotation, as a message names it: `Orton 2014 (@orton2014)`. */
export const sourceName = ({ source, locked }: ComparedQuotation): string =>
  source ? `${shortReference(source)} (@${source.key})` : `@${locked.source.key}`;
