import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readActors, type ActorsFile } from '#corpus-index';
import { addActor } from '../../../src/language/registry/add-actor';
import { addAlias } from '../../../src/language/registry/add-alias';
import { ignoreName } from '../../../src/language/registry/ignore-name';
import { applyReplacements } from '../../../src/language/fixes/replacements';
import { type RegistryChange } from '../../../src/language/registry/registry-change';

/** A name in quotation marks, plain or with signs that YAML gives a meaning. */
const word = fc.constantFrom('Adel', 'Bo', 'Chi', 'Dor', "O'Neil", 'Nuri', 'Émile', 'Сад', '漢字');
const name = fc.array(word, { minLength: 2, maxLength: 3 }).map((all) => all.join(' '));
const quoted = name.chain((text) =>
  fc.constantFrom(JSON.stringify(text), `'${text.replaceAll("'", "''")}'`, text.replaceAll("'", 'x')),
);
const comment = fc.constantFrom('', ' # a comment', ' # with: colon, [bracket] and "quote"');
const blank = fc.constantFrom('', '\n', '# alone in its line\n', '\n  # indented\n\n');

const listOf = (column: string) =>
  fc.oneof(
    fc.array(quoted, { maxLength: 3 }).map((all) => ` [${all.join(', ')}]`),
    fc
      .array(quoted, { minLength: 1, maxLength: 3 })
      .map((all) => ` [\n${column}  ${all.join(`, # why\n${column}  `)},\n${column}]`),
    fc
      .array(fc.tuple(quoted, comment), { minLength: 1, maxLength: 3 })
      .map((all) => all.map(([text, after]) => `\n${column}- ${text}${after}`).join('')),
    quoted.map((text) => ` ${text}`),
    fc.constantFrom(
      '',
      ' ~',
      ' null',
      ' |-\n'.concat(column, '  Several Words'),
      ' >\n'.concat(column, '  Folded Words\n'),
    ),
  );

const record = (at: number, dash: string) => {
  const column = dash.replace('-', ' ');
  const field = (key: string, value: fc.Arbitrary<string>) =>
    fc.option(
      fc.tuple(value, comment).map(([text, after]) => `${key}:${text}${/[\n]/.test(text) ? '' : after}`),
      { nil: '' },
    );
  return fc
    .tuple(
      quoted,
      comment,
      field('alias', listOf(column)),
      field('weakAlias', listOf(column)),
      field(
        'notes',
        fc.constantFrom(
          ' {a: 1, b: [x, y]}',
          ` |\n${column}  first line\n${column}    second`,
          '\n'.concat(column, '  deep: 1'),
        ),
      ),
      fc.boolean(),
    )
    .map(([shown, after, alias, weak, notes, aliasFirst]) => {
      const fields = [`schema: Person`, `name: ${shown}${after}`, weak, notes];
      const all = [`id: r${at}`, ...(aliasFirst ? [alias, ...fields] : [...fields, alias])].filter(
        (one) => one !== '',
      );
      return all.map((one, first) => `${first === 0 ? dash : column}${one}\n`).join('');
    });
};

const registry = fc
  .record({
    head: blank,
    dash: fc.constantFrom('- ', '  - ', '    -   '),
    isBare: fc.boolean(),
    count: fc.integer({ min: 0, max: 4 }),
    gap: blank,
    tail: fc.constantFrom(
      '',
      '\n# the end\n',
      'ignored: [One Two]\n',
      'ignored:\n- One Two # c\n- Three\n',
      'other: {a: b}\n',
    ),
    crlf: fc.boolean(),
    bom: fc.boolean(),
    cut: fc.boolean(),
  })
  .chain(({ head, dash, isBare, count, gap, tail, crlf, bom, cut }) =>
    fc
      .tuple(...Array.from({ length: count }, (_, at) => record(at, isBare ? dash.trimStart() : dash)))
      .map((records) => {
        const bare = isBare && count > 0;
        const list = records.join(gap);
        const text = head + (bare ? list : `actors:\n${list}${tail}`);
        const ended = cut ? text.trimEnd() : text;
        return (bom ? '\uFEFF' : '') + (crlf ? ended.replaceAll('\n', '\r\n') : ended);
      }),
  )
  .filter((text) => readActors(text).problems.every(({ code }) => code !== 'yaml-syntax'));

/** What a file says, places apart. */
const content = ({ actors, ignored }: ActorsFile) => ({
  actors: actors.map((actor) => ({ ...actor, span: undefined })),
  ignored,
});

/** Nothing of the old text is gone: what is replaced stands again in what replaces it, or was an empty value. */
function assertUntouched(text: string, change: RegistryChange): string {
  assert.ok('edits' in change, `${'problem' in change ? change.problem : ''}\n${text}`);
  let from = 0;
  for (const { start, end, text: put } of change.edits) {
    assert.ok(start >= from && end >= start && end <= text.length);
    const taken = text.slice(start, end).trim();
    const plain = (one: string) => one.replace(/^[|>][-+]?\s*/, '').replaceAll(/["'\s]/g, '');
    assert.ok(/^(?:~|null)?$/.test(taken) || plain(put).includes(plain(taken)), `${taken} → ${put}`);
    assert.ok(!taken.includes('#') || put.includes(taken), taken);
    from = end;
  }
  const now = applyReplacements(text, change.edits);
  assert.equal(now.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
  if (text.includes('\r\n')) assert.doesNotMatch(now, /[^\r]\n/);
  for (const [comment] of text.matchAll(/#.*/g)) assert.ok(now.includes(comment.trimEnd()), comment);
  return now;
}

describe('any registry', function () {
  this.timeout(120_000);

  it('keeps all it has when an actor is added, and has the actor', () => {
    fc.assert(
      fc.property(registry, name, (text, added) => {
        const change = addActor(text, {
          name: `Zed ${added}`,
          schema: 'Organization',
          alias: [`Yan, ${added}`],
        });
        const before = content(readActors(text));
        const now = content(readActors(assertUntouched(text, change)));
        assert.deepEqual(now.actors.slice(0, -1), before.actors);
        assert.deepEqual(now.ignored, before.ignored);
        const last = now.actors.at(-1);
        assert.deepEqual([last?.name, last?.alias], [`Zed ${added}`, [`Yan, ${added}`]]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps all it has when an alias is added, and has the alias', () => {
    fc.assert(
      fc.property(registry, name, fc.nat(3), fc.boolean(), (text, added, at, weak) => {
        const before = content(readActors(text));
        const actor = before.actors[at];
        fc.pre(actor !== undefined);
        const now = content(
          readActors(assertUntouched(text, addAlias(text, { name: `Zed ${added}`, actor: actor.id, weak }))),
        );
        const property = weak ? 'weakAlias' : 'alias';
        assert.deepEqual(now.ignored, before.ignored);
        assert.deepEqual(
          now.actors,
          before.actors.map((one) =>
            one === actor ? { ...one, [property]: [...one[property], `Zed ${added}`] } : one,
          ),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps all it has when a name is ignored', () => {
    fc.assert(
      fc.property(registry, name, (text, added) => {
        const before = content(readActors(text));
        const now = content(readActors(assertUntouched(text, ignoreName(text, `Zed ${added}`))));
        assert.deepEqual(now, { actors: before.actors, ignored: [...before.ignored, `Zed ${added}`] });
      }),
      { numRuns: 150 },
    );
  });
});
