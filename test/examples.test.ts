import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourcewright } from './support/command-line';
import { repositoryRoot } from './support/root';

const examples = path.join(repositoryRoot, 'examples');

interface Quotation {
  readonly text: string;
  readonly line: number;
  readonly source: string | null;
  readonly verdict: string;
  readonly accepted: boolean;
  readonly risks: readonly { readonly kind: string }[];
  readonly suggestion: { readonly source: string; readonly locator: string } | null;
}

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
}

interface DraftReport {
  readonly path: string;
  readonly citations: readonly {
    readonly key: string;
    readonly resolved: boolean;
    readonly inText: boolean;
    readonly suppressAuthor: boolean;
  }[];
  readonly quotations: readonly Quotation[];
  readonly problems: readonly Problem[];
}

interface ListedSource {
  readonly key: string;
  readonly keyOrigin: string;
  readonly path: string;
  readonly author: readonly string[];
  readonly issued: string;
  readonly passages: readonly unknown[];
  readonly dropped: readonly { readonly reason: string }[];
}

interface NamedPlace {
  readonly actor: string;
  readonly source: string;
  readonly text: string;
}

/** What each section of drafts/mistakes.md shows. */
const MISTAKES: Readonly<
  Record<string, { verdict: string; problem: string; where?: string; risk?: string }>
> = {
  'An unknown key': { verdict: 'unresolved', problem: 'error unknown-source', where: 'quillon2018, para. 3' },
  'An unknown paragraph': {
    verdict: 'unresolved',
    problem: 'error unknown-locator',
    where: 'minutes2014, para. 8',
  },
  'A word dropped': { verdict: 'altered', problem: 'error altered-quotation' },
  'A number changed': { verdict: 'altered', problem: 'error altered-quotation' },
  'The wrong paragraph': {
    verdict: 'elsewhere',
    problem: 'error misplaced-quotation',
    where: 'icw2019, para. 5',
  },
  'The wrong source': {
    verdict: 'elsewhere',
    problem: 'error misplaced-quotation',
    where: 'marsawi2019, para. 11',
  },
  'An invention': { verdict: 'missing', problem: 'error missing-quotation' },
  'No citation': { verdict: 'unchecked', problem: 'hint uncited-quotation' },
  'A sentence cut short': { verdict: 'editorial', problem: 'warning editorial-risk', risk: 'negation' },
  'An ellipsis that swallows a *not*': {
    verdict: 'editorial',
    problem: 'warning editorial-risk',
    risk: 'negation',
  },
};

describe('the examples', () => {
  let drafts: readonly DraftReport[] = [];
  let folderProblems: readonly Problem[] = [];
  let sources: readonly ListedSource[] = [];

  before(() => {
    const checked = sourcewright(['check', '--root', examples, '--format', 'json']);
    assert.equal(checked.status, 1, checked.stderr);
    const report = checked.json() as { drafts: DraftReport[]; problems: Problem[] };
    ({ drafts, problems: folderProblems } = report);
    const listing = sourcewright(['sources', '--root', examples, '--format', 'json']).json() as {
      sources: ListedSource[];
    };
    sources = listing.sources;
  });

  const draft = (name: string): DraftReport => {
    const found = drafts.find((one) => one.path === name);
    assert.ok(found, `${name} is not among the drafts`);
    return found;
  };

  it('have drafts, a README that checks clean, and registries without a fault', () => {
    assert.deepEqual(
      drafts.map((one) => one.path),
      ['README.md', 'drafts/harbour.md', 'drafts/mistakes.md'],
    );
    assert.deepEqual(draft('README.md').problems, []);
    assert.deepEqual(draft('README.md').citations, []);
    assert.deepEqual(folderProblems, []);
  });

  describe('sources', () => {
    it('fall into the passages that were meant', () => {
      assert.deepEqual(
        Object.fromEntries(sources.map(({ path: file, passages }) => [file, passages.length])),
        {
          'sources/al-mina-interview.txt': 11,
          'sources/dorn-low-tide.md': 11,
          'sources/harbour-committee.txt': 10,
          'sources/inspectorate-report.txt': 10,
          'sources/lantern-fishgate.txt': 10,
        },
      );
    });

    it('have keys of all origins', () => {
      assert.deepEqual(Object.fromEntries(sources.map(({ key, keyOrigin }) => [key, keyOrigin])), {
        icw2019: 'recorded',
        marsawi2019: 'recorded',
        minutes2014: 'recorded',
        dorn2016: 'front-matter',
        quillon2018: 'derived',
      });
      const article = sources.find(({ key }) => key === 'quillon2018');
      assert.deepEqual([article?.author, article?.issued], [['Iris Quillon'], '2018-11-10']);
    });

    it('are parted from what the web, the translator and the printer put around them', () => {
      const reasons = (key: string) =>
        new Set(sources.find((source) => source.key === key)?.dropped.map(({ reason }) => reason));
      assert.deepEqual(
        reasons('quillon2018'),
        new Set([
          ...['site-banner', 'title', 'byline', 'caption', 'heading', 'sharing', 'pingback', 'comment-form'],
        ]),
      );
      assert.ok(reasons('marsawi2019').has('translation-note'));
      assert.ok(reasons('icw2019').has('record'));
      assert.ok(reasons('minutes2014').has('heading'));
    });

    it("keep the report's bytes, and read its quotation marks and accents", () => {
      const bytes = readFileSync(path.join(examples, 'sources/inspectorate-report.txt'));
      assert.ok(bytes.includes('\r\n') && bytes.includes(0x93) && bytes.includes(0xe9));
      const quote =
        'Mr René Aucoin, who examined the foot of the wall for us, writes that the last of the old concrete “stood like a café table”';
      const request = JSON.stringify({ id: 1, quote, source: 'icw2019', locator: 'para. 7' });
      const verified = sourcewright(['verify', '--root', examples], { input: `${request}\n` }).json() as {
        verdict: string;
      };
      assert.equal(verified.verdict, 'typographic');
    });
  });

  describe('actors', () => {
    it('are found in every spelling of the sources', () => {
      const { actors, mentions } = sourcewright([
        ...['actors', '--mentions', '--root', examples, '--format', 'json'],
      ]).json() as { actors: { schema: string }[]; mentions: NamedPlace[] };
      assert.equal(actors.length, 14);
      assert.deepEqual(
        new Set(actors.map(({ schema }) => schema)),
        new Set(['Person', 'PublicBody', 'Company', 'Organization', 'Vessel', 'Country']),
      );
      const spellings = (actor: string) =>
        new Set(mentions.filter((mention) => mention.actor === actor).map(({ text }) => text));
      assert.deepEqual(
        spellings('masud-al-marsawi'),
        new Set([
          ...['Masʿūd el-Marsāwī', 'El-Marsawi', 'Masʿud el-Marsawi', 'Dr el-Marsawi'],
          ...['M. al-Marsawi', 'Masoud al-Marsawi'],
        ]),
      );
      assert.ok(spellings('tessaly-line').has('Ockenden & Sons'), 'by its previous name');
    });
  });

  describe('drafts/harbour.md', () => {
    it('has nothing to complain of', () => {
      assert.deepEqual(draft('drafts/harbour.md').problems, []);
      const file = path.join(examples, 'drafts/harbour.md');
      assert.equal(sourcewright(['check', file, '--root', examples, '--fail-on', 'hint']).status, 0);
    });

    it('has sixteen quotations, all cited and accepted, in each way that is acceptable', () => {
      const { quotations } = draft('drafts/harbour.md');
      assert.equal(quotations.length, 16);
      assert.deepEqual(
        quotations.filter(({ accepted, source, risks }) => !accepted || source === null || risks.length > 0),
        [],
      );
      assert.deepEqual(
        new Set(quotations.map(({ verdict }) => verdict)),
        new Set(['verbatim', 'typographic', 'editorial']),
      );
    });

    it('cites every source, in each way to cite', () => {
      const { citations } = draft('drafts/harbour.md');
      assert.ok(citations.every(({ resolved }) => resolved));
      assert.deepEqual(
        new Set(citations.map(({ key }) => key)),
        new Set(['icw2019', 'quillon2018', 'minutes2014', 'marsawi2019', 'dorn2016']),
      );
      assert.ok(citations.some(({ inText }) => inText));
      assert.ok(citations.some(({ suppressAuthor }) => suppressAuthor));
    });
  });

  describe('drafts/mistakes.md', () => {
    const lines = readFileSync(path.join(examples, 'drafts/mistakes.md'), 'utf8').split('\n');
    const sectionOf = ({ line }: { line: number }): string =>
      lines
        .slice(0, line)
        .findLast((text) => text.startsWith('## '))
        ?.slice(3) ?? '';

    it('has one quotation and one problem under each heading', () => {
      const { quotations, problems } = draft('drafts/mistakes.md');
      assert.deepEqual(quotations.map(sectionOf), Object.keys(MISTAKES));
      assert.deepEqual(problems.map(sectionOf), Object.keys(MISTAKES));
    });

    for (const [section, expected] of Object.entries(MISTAKES)) {
      it(`shows "${section}" as ${expected.verdict}, ${expected.problem}`, () => {
        const { quotations, problems } = draft('drafts/mistakes.md');
        const quotation = quotations.find((one) => sectionOf(one) === section);
        const problem = problems.find((one) => sectionOf(one) === section);
        assert.ok(quotation && problem);
        assert.equal(quotation.verdict, expected.verdict);
        assert.equal(`${problem.severity} ${problem.code}`, expected.problem);
        assert.equal(quotation.risks.map(({ kind }) => kind).join(), expected.risk ?? '');
        const { suggestion } = quotation;
        assert.equal(suggestion ? `${suggestion.source}, ${suggestion.locator}` : undefined, expected.where);
      });
    }
  });
});
