import { DIRECTION_MARKS } from './direction-marks';

/** Text for a Markdown hover or panel: nothing in it can become a link, an image, markup, HTML or a command. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(DIRECTION_MARKS, '')
    .replace(/[\\`*_{}[\]()#+\-!|<>&~$@^=]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    // Addresses would become links by themselves.
    .replace(/:\/\//g, ':\u200B//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}\u200B.`);
