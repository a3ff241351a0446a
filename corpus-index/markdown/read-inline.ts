import type { Span } from '../text/span';
import { denseInline, isDense } from './dense-text';
import { InlineReader } from './inline-reader';
import type { InlineText } from './inline-text';
import type { EventReader } from './micromark-events';
import { plainInline } from './plain-inline';

/**
 * Reads the inline content of one paragraph, whose offsets count from `base`. Only what may have markup is given to
 * micromark. Adds what is no prose to `opaque`.
 */
export function readInline(content: string, base: number, events: EventReader, opaque: Span[]): InlineText {
  const plain = plainInline(content, base, events.hasLabels);
  if (plain) return plain;
  if (isDense(content)) return denseInline(content, base);
  const reader = new InlineReader(content, opaque, base);
  for (const [kind, token] of events.inline(content)) {
    if (kind === 'enter') reader.enter(token);
    else reader.exit(token);
  }
  return reader.finish();
}
