import { isAccepted, type Judgement, type Place } from '#corpus-index';

/** A judgement in the shape that docs/cli.md fixes; `cited` is the key that the quotation was claimed for. */
export function judgementJson(judgement: Judgement, cited: string | undefined) {
  const { verdict, place, differences, risks, suggestion, reason } = judgement;
  return {
    verdict,
    accepted: isAccepted(verdict),
    source: place?.source ?? cited ?? null,
    locator: place?.n === undefined ? null : `para. ${place.n}`,
    start: place?.start ?? null,
    end: place?.end ?? null,
    differences,
    risks,
    suggestion: suggestion ? placeJson(suggestion) : null,
    ...(reason ? { reason } : {}),
  };
}

const placeJson = ({ source, n, start, end, text }: Place) => ({
  source,
  locator: n === undefined ? null : `para. ${n}`,
  start,
  end,
  text,
});
