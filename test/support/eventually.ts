import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads again and again until the value is as wanted, and gives it; after `within` milliseconds it fails and tells
 * the last value.
 */
export async function eventually<T>(
  read: () => Promise<T> | T,
  wanted: (value: T) => boolean,
  within = 20_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`Not within ${within} ms; last seen: ${JSON.stringify(value)}`);
    await pause(50);
  }
}
