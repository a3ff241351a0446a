import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import Ajv from 'ajv';
import type { Difference, DropReason, Reason, RiskKind, Verdict } from '#corpus-index';
import type { ReadFailure } from '../../src/ingest/failure';
import { sourcewright } from '../support/command-line';
import { EVERY_PROBLEM, HOSTILE } from '../support/every-problem';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it
type Json = any;

const schemaOf = (name: string): Json =>
  JSON.parse(fs.readFileSync(path.join(repositoryRoot, `docs/schemas/${name}.schema.json`), 'utf8'));

/** A schema that allows nothing but what it describes: what is printed must all be documented. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] => [name, closed(value)]);
  const isOpen = 'properties' in schema && 'type' in schema && !('additionalProperties' in schema);
  return { ...Object.fromEntries(entries), ...(isOpen ? { additionalProperties: false } : {}) };
}

function assertFits(name: string, value: unknown): void {
  const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    closed(schemaOf(name)) as object,
  );
  assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors, undefined, 1)}`);
}

describe('the JSON schemas of the documentation', () => {
  const folders: string[] = [];
  before(() => {
    folders.push(path.join(repositoryRoot, 'examples'), temporaryFolder(EVERY_PROBLEM));
  });
  after(() => {
    removeFolder(folders[1]!);
  });
  const everywhere = (check: (root: string, run: (...args: string[]) => Json) => void) => {
    for (const root of folders)
      check(root, (...args) => sourcewright([...args, '--root', root, '--format', 'json']).json());
  };

  it('describe all that check prints', () => {
    const codes = new Set<string>();
    everywhere((root, run) => {
      const report = run('check');
      assertFits('check', report);
      for (const { problems } of [report, ...report.drafts])
        for (const { code } of problems as { code: string }[]) codes.add(code);
      const required = run('check', '--require-review');
      assertFits('check', required);
      for (const { problems } of required.drafts)
        for (const { code } of problems as { code: string }[]) codes.add(code);
      const baseline = path.join(folders[1]!, 'baseline.json');
      sourcewright(['check', '--root', root, '--write-baseline', baseline]);
      assertFits('baseline', JSON.parse(fs.readFileSync(baseline, 'utf8')));
      assertFits('check', run('check', '--baseline', baseline));
    });
    const documented = [
      ...fs.readFileSync(path.join(repositoryRoot, 'docs/diagnostics.md'), 'utf8').matchAll(/^### (\S+)$/gm),
    ].map(([, code]) => code!);
    // Only an editor can show a source in another encoding than it is written in.
    assert.deepEqual(
      documented.filter((code) => !codes.has(code) && !EDITOR_ONLY.has(code)),
      [],
      'a code that no test folder shows',
    );
  });

  it('describe all that sources, actors, citations and search print', () => {
    everywhere((root, run) => {
      assertFits('sources', run('sources'));
      assertFits('actors', run('actors'));
      assertFits('actors', run('actors', '--mentions'));
      assertFits('search', run('search', 'the wall'));
      const drafts = fs.readdirSync(path.join(root, 'drafts')).map((name) => path.join(root, 'drafts', name));
      assertFits('citations', run('citations', ...drafts));
    });
  });

  it('describe all that lock prints', () => {
    const root = temporaryFolder(EVERY_PROBLEM);
    const run = (...args: string[]) =>
      sourcewright(['lock', '--root', root, '--format', 'json', ...args]).json();
    const states = new Set<string>();
    for (const { quotations } of run('--check').drafts) for (const { state } of quotations) states.add(state);
    assert.deepEqual([...states].sort(), ['changed', 'gone', 'moved']);
    for (let turn = 0; turn < 2; turn++) {
      assertFits('lock-check', run('--check'));
      assertFits('lock', run());
    }
    removeFolder(root);
  });

  it('describe each line that verify reads and prints', () => {
    const requests = [
      { id: 1, quote: 'The council met twice in June', source: 'wall', locator: 'para. 2' },
      { id: 'two', quote: 'The council met thrice in June', source: 'wall' },
      { quote: 'Everybody knew that' },
      {
        id: null,
        quote: 'The wall was not built to last … Everybody knew that',
        source: 'wall',
        locator: null,
      },
      { id: [4], quote: 'The council met twice in June', source: 'tide' },
      { id: {}, quote: HOSTILE, source: 'nobody' },
      { id: 7, quote: '…', source: 'book' },
      { id: 8, quote: 'words that nobody can read', source: 'scan' },
      { id: 9, quote: 'The council', source: 'wall', locator: 'p. 3' },
    ];
    for (const request of requests) assertFits('verify-request', request);
    const { stdout } = sourcewright(['verify', '--root', folders[1]!], {
      input: ['no JSON', ...requests.map((request) => JSON.stringify(request))].join('\n'),
    });
    const answers = stdout.trim().split('\n');
    assert.equal(answers.length, requests.length + 1);
    for (const answer of answers) assertFits('verify', JSON.parse(answer));
  });

  it('know every value that the types know', () => {
    const check = schemaOf('check').definitions;
    const { sources, unreadable } = schemaOf('sources').properties;
    const same = (listed: string[], known: Readonly<Record<string, true>>) => {
      assert.deepEqual([...listed].sort(), Object.keys(known).sort());
    };
    same(check.verdict.enum, VERDICTS);
    same(check.reason.enum, REASONS);
    same(check.difference.properties.kind.enum, DIFFERENCES);
    same(check.risk.properties.kind.enum, RISKS);
    same(sources.items.properties.dropped.items.properties.reason.enum, DROP_REASONS);
    same(unreadable.items.properties.code.enum, FAILURES);
    for (const name of ['verdict', 'reason', 'difference', 'risk', 'place'])
      assert.deepEqual(schemaOf('verify').definitions[name], check[name]);
    assert.deepEqual(schemaOf('citations').definitions.citation, check.citation);
  });
});

const EDITOR_ONLY: ReadonlySet<string> = new Set(['misread-source']);

const VERDICTS: Record<Verdict, true> = {
  verbatim: true,
  typographic: true,
  editorial: true,
  altered: true,
  elsewhere: true,
  missing: true,
  unresolved: true,
  unchecked: true,
};

const REASONS: Record<Reason, true> = {
  'unknown-source': true,
  'unknown-locator': true,
  ambiguous: true,
  'no-citation': true,
  'no-text': true,
  'no-words': true,
  'too-short': true,
  'no-index': true,
};

const DIFFERENCES: Record<Difference['kind'], true> = {
  word: true,
  negation: true,
  number: true,
  actor: true,
  omitted: true,
  added: true,
  order: true,
  splice: true,
  punctuation: true,
};

const RISKS: Record<RiskKind, true> = {
  negation: true,
  hedge: true,
  attribution: true,
  speaker: true,
  'fragments-apart': true,
  'cut-sentence': true,
  number: true,
  actor: true,
  'sentences-joined': true,
};

const DROP_REASONS: Record<DropReason, true> = {
  'front-matter': true,
  title: true,
  subtitle: true,
  byline: true,
  heading: true,
  caption: true,
  'site-banner': true,
  'running-head': true,
  pingback: true,
  comment: true,
  'comment-form': true,
  'translation-note': true,
  sharing: true,
  notice: true,
  separator: true,
  code: true,
  record: true,
};

const FAILURES: Record<ReadFailure['code'], true> = {
  binary: true,
  'too-large': true,
  'not-permitted': true,
  gone: true,
  unreadable: true,
  'unsupported-format': true,
  encrypted: true,
  damaged: true,
  'no-words': true,
  'too-complex': true,
  'too-slow': true,
  'too-much-memory': true,
  'too-many': true,
  'no-listing': true,
  outside: true,
};
