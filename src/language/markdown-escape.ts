/** Overrides and isolates of the direction of writing: in a card they would reorder what stands around them. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text for a Markdown hover or panel: nothing in it can become a link, an image, markup, HTML or a command. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(DIRECTION, '')
    .replace(/[\\`*_{}[\]()#+\-!|<>&~$@^=]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    // Addresses would become links by themselves.
    .replace(/:\/\//g, ':\u200B//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}\u200B.`);
