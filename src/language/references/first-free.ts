/** A key, with a number behind it where it is taken. */
export function firstFree(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (let n = 2; ; n++) if (!isTaken(`${key}-${n}`)) return `${key}-${n}`;
}
