const PLACES = ['upper', 'lower', 'north', 'south', 'west'] as const;
const DAYS = 200;

/** A paragraph that no other resembles so much that it could be meant. */
const paragraph = (place: string, day: number): string =>
  `On day ${day} the ${place} gauge stood at ${day * 7} inches, and the keeper wrote nothing down. It was read again at noon.\n`;

/** Every seventh quotation has a number that the source does not have; every third citation quotes nothing. */
function citing(at: number): string {
  const place = PLACES[at % PLACES.length] ?? '';
  const day = (at % DAYS) + 1;
  const inches = at % 7 === 0 ? day * 8 : day * 7;
  return at % 3 === 0
    ? `Nobody wrote anything on day ${day} [@${place}, para. ${day}].`
    : `For day ${day} the book says: “On day ${day} the ${place} gauge stood at ${inches} inches” [@${place}, para. ${day}].`;
}

/** How many citations the draft has. */
export const LONG_DRAFT_CITATIONS = 2000;

/** A draft of 2,000 citations of five sources. */
export const longDraft = (): string =>
  Array.from({ length: LONG_DRAFT_CITATIONS }, (_, at) => `${citing(at)}\n`).join('\n');

/** Its sources, by path. */
export const longDraftSources = (): Record<string, string> =>
  Object.fromEntries(
    PLACES.map((place) => [
      `sources/${place}.txt`,
      Array.from({ length: DAYS }, (_, at) => paragraph(place, at + 1)).join('\n'),
    ]),
  );
