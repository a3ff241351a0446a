import { namedDirections } from '../language/direction-marks';

/**
 * One line for a terminal: words of a source or draft must not steer it. Control characters become spaces, and what would turn the
 * direction of writing round is named.
 */
export const harmless = (line: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  namedDirections(line.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' '));
