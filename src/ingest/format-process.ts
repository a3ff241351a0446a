import * as nodePath from 'node:path';
import type { FormatAnswer, FormatOrder, FormatReaderLimits, ReadFormatted } from './format-reader';
import { threadReader } from './format-thread';

/*
 * The process that reads formats other than text. Its thread does the reading; here stands who keeps to the limits, and who ends
 * with whoever asked.
 */

const THREAD = nodePath.join(__dirname, 'format-worker.js');

let reader: ReadFormatted | undefined;

process.on('message', ({ file, bytes, limits }: FormatOrder) => {
  void answer(file, bytes, limits);
});
process.once('disconnect', () => process.exit());

async function answer(
  file: FormatOrder['file'],
  bytes: Uint8Array,
  limits: FormatReaderLimits,
): Promise<void> {
  // Its limits are those of the first order: whoever asks has one set of them.
  reader ??= threadReader(THREAD, limits);
  const read = await reader(file, bytes);
  const isFull = 'code' in read && read.code === 'too-much-memory';
  // Until the thread is stopped it goes on to fill memory. Whoever asked ends this process, but may be busy for a while.
  const answer: FormatAnswer = { read, size: process.memoryUsage.rss() };
  process.send?.(answer, () => isFull && process.kill(process.pid, 'SIGKILL'));
}
