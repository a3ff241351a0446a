/**
 * A source's words as a quick pick's label: one line, and `$(name)` shown as it stands instead of as an icon
 * (a word joiner, which has no width, comes between).
 */
export function plainLabel(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('$(', '$\u2060(');
}
