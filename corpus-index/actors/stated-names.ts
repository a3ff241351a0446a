import type { ActorMatcher } from './matcher';
import type { Mention } from './mentions';

export function addStatedNames(_matcher: ActorMatcher, _text: string, found: readonly Mention[]): Mention[] {
  return [...found];
}
