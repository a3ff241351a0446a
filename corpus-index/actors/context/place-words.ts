/** What a street is called by: a name in front of one is a place, whoever it honours. */
const STREET = /^\s+(?:street|avenue|road|boulevard|square|highway|expressway|metro|station|junction)\b/iu;

const QUARTER =
  '(?:area|district|neighbou?rhood|quarter|suburb|street|town|city|village|borough|municipality|province)';
const BEHIND = new RegExp(`^(?:\\s+|,\\s+(?:an?|the)\\s+(?:[\\p{L}-]+\\s+){0,3})${QUARTER}\\b`, 'iu');
const BEFORE = new RegExp(
  `(?:\\b${QUARTER}\\s+of|\\b(?:live|lives|lived|living|reside|resides|resided|residing|house|flat|villa|apartment|home)\\s+in|` +
    '\\bin\\s+(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central|upper|lower|upscale|downtown)(?:ern)?)\\s+$',
  'iu',
);
const REACH = 60;

export const isStreet = (text: string, end: number): boolean => STREET.test(text.slice(end, end + REACH));

/** Whether what stands around a name says that it is a quarter's or a town's here. */
export const isQuarter = (text: string, start: number, end: number): boolean =>
  BEHIND.test(text.slice(end, end + REACH)) || BEFORE.test(text.slice(Math.max(0, start - REACH), start));
