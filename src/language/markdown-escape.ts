/** Text for a Markdown hover or panel: nothing in it can become a link, an image, markup or a command. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@^]/g, (sign) => (/[.:]/.test(sign) ? sign : `\\${sign}`))
    .replace(/:\/\//g, ':\u200B//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}\u200B.`);
