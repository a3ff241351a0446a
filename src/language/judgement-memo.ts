import type { Claim, Corpus, Judgement, MappedText } from '#corpus-index';
import type { Quotation } from './draft';

/**
 * How the quotations of a draft's last version were judged. A judgement holds on while the quotation's words, what its citations
 * name and the corpus are the same; where the quotation stands does not matter.
 */
export class JudgementMemo {
  /** By the quotation's words, then by what its citations name: strings that stay the same are found without being read. */
  private judged: ReadonlyMap<string, ReadonlyMap<string, Judged>> = new Map();
  private corpus: Corpus | undefined;
  private revision = -1;

  /** Begins a version of the draft: what it does not ask for is forgotten with the next one. */
  version(corpus: Corpus): (quotation: Quotation, claims: readonly Claim[], judge: Judge) => Judgement {
    const isSameCorpus = this.corpus === corpus && this.revision === corpus.revision;
    const before = isSameCorpus ? this.judged : new Map<string, Map<string, Judged>>();
    const now = new Map<string, Map<string, Judged>>();
    this.judged = now;
    this.corpus = corpus;
    this.revision = corpus.revision;
    return ({ text, reading }, claims, judge) => {
      const claimed = JSON.stringify(claims);
      const known = before.get(text)?.get(claimed) ?? now.get(text)?.get(claimed);
      const judgement = (known && movedTo(reading, known)) ?? judge();
      const same = now.get(text) ?? new Map<string, Judged>();
      now.set(text, same.set(claimed, { reading, judgement }));
      return judgement;
    };
  }
}

type Judge = () => Judgement;

interface Judged {
  /** The reading that offsets of the judgement were taken from. */
  readonly reading: MappedText;
  readonly judgement: Judgement;
}

/** The judgement with its offsets where the same words stand now; undefined where they are read otherwise, or their characters do not lie as before. */
function movedTo(reading: MappedText, { reading: before, judgement }: Judged): Judgement | undefined {
  if (reading.text !== before.text) return undefined;
  const shift = (reading.starts?.[0] ?? 0) - (before.starts?.[0] ?? 0);
  if (!isShifted(before.starts, reading.starts, shift) || !isShifted(before.ends, reading.ends, shift))
    return undefined;
  if (shift === 0) return judgement;
  return {
    ...judgement,
    differences: judgement.differences.map((difference) => ({
      ...difference,
      quotation: [difference.quotation[0] + shift, difference.quotation[1] + shift],
    })),
  };
}

function isShifted(before: Uint32Array | undefined, now: Uint32Array | undefined, shift: number): boolean {
  if (!before || !now) return before === now && shift === 0;
  if (before === now || before.length !== now.length) return before === now && shift === 0;
  for (let at = 0; at < now.length; at++) if (now[at] !== (before[at] ?? 0) + shift) return false;
  return true;
}
