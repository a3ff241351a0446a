import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import Ajv from 'ajv';
import { readActors } from '#corpus-index';
import { sourcewright } from '../support/command-line';
import { repositoryRoot } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const ACTORS =
  '\uFEFF# Ours\r\nactors:\r\n  - id: hamdi\r\n    schema: Person\r\n    name: Yusuf al-Hamdi\r\n';

function assertFits(name: string, value: unknown): void {
  const schema = JSON.parse(
    fs.readFileSync(path.join(repositoryRoot, `docs/schemas/${name}.schema.json`), 'utf8'),
  ) as object;
  const ajv = new Ajv({ allErrors: true });
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}

describe('sourcewright actors --discover, --export, --import', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);
  const run = (...args: string[]) => sourcewright(['actors', '--root', folder, ...args]);
  const onDisk = () => fs.readFileSync(file('actors.yaml'), 'utf8');
  beforeEach(() => {
    folder = temporaryFolder({
      'sources/wall.md':
        'The engineer General **Karim al-Nuri** met Yousef al-Hamdi of the Harbour Guard (HG).\n\nThe HG left with Ada Verne and Tom Deller.\n',
      'actors.yaml': `${ACTORS}ignored: [Tom Deller]\r\n`,
    });
  });
  afterEach(() => {
    removeFolder(folder);
  });

  it('lists names that no actor claims, with their places', () => {
    const report = run('--discover', '--format', 'json').json();
    assertFits('discovered-names', report);
    const names = report.names as { name: string; places: { text: string; n: number }[] }[];
    assert.deepEqual(names.map(({ name }) => name).sort(), ['Ada Verne', 'Harbour Guard', 'Karim al-Nuri']);
    assert.deepEqual(
      names.find(({ name }) => name === 'Karim al-Nuri')?.places.map(({ text, n }) => [text, n]),
      [['Karim al-Nuri', 1]],
    );
    assert.equal(run('--discover', '--limit', '1', '--format', 'json').json().names.length, 1);
    assert.match(
      run('--discover').stdout,
      /^Harbour Guard {2}3× in wall {2}Organization: .*\n {4}also: HG$/m,
    );
  });

  it('exports entities line by line, and imports them again without a change', () => {
    const { stdout, status } = run('--export', 'ftm');
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
      [{ id: 'hamdi', schema: 'Person', properties: { name: ['Yusuf al-Hamdi'] } }],
    );
    fs.writeFileSync(file('out.ftm.json'), stdout);
    const before = onDisk();
    assert.match(run('--import', file('out.ftm.json')).stdout, /^Actors added: 0, changed: 0\.$/m);
    assert.equal(onDisk(), before);
  });

  it('merges entities into actors.yaml, keeping its bytes, and tells what it could not read', () => {
    const entities = [
      { id: 'hamdi', schema: 'Person', properties: { position: ['mason', 'builder'] } },
      { id: 'NK-1', schema: 'Company', properties: { name: ['Deller & Sons'], jurisdiction: ['lb'] } },
      { id: 'NK-2', schema: 'Person', properties: { name: ['Yusuf Al Hamdi'] } },
    ];
    fs.writeFileSync(
      file('in.ftm.json'),
      `${entities.map((one) => JSON.stringify(one)).join('\n')}\nnot JSON\n`,
    );
    const before = onDisk();
    const dry = run('--import', file('in.ftm.json'), '--dry-run', '--format', 'json');
    assertFits('import-actors', dry.json());
    assert.deepEqual([dry.status, dry.json().written, onDisk()], [1, false, before]);
    const { status, stdout, stderr } = run('--import', file('in.ftm.json'));
    assert.deepEqual([status, stdout], [1, 'Actors added: 1, changed: 1.\n']);
    assert.match(stderr, /in\.ftm\.json:4: This line is no JSON/);
    assert.match(stderr, /NK-2 \(Yusuf Al Hamdi\) may be hamdi: it is not imported/);
    const now = onDisk();
    assert.ok(now.startsWith(ACTORS) && now.endsWith('ignored: [Tom Deller]\r\n'));
    assert.doesNotMatch(now, /[^\r]\n/);
    assert.deepEqual(
      readActors(now).actors.map(({ id, position }) => [id, position]),
      [
        ['hamdi', ['mason', 'builder']],
        ['NK-1', []],
      ],
    );
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('writes nothing into a broken registry, and says what is asked for wrongly', () => {
    fs.writeFileSync(file('actors.yaml'), 'actors: [\n');
    fs.writeFileSync(file('in.ftm.json'), '{"id":"a","schema":"Person","properties":{"name":["A B"]}}');
    const broken = run('--import', file('in.ftm.json'));
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /mend it first/);
    assert.equal(onDisk(), 'actors: [\n');
    assert.equal(run('--export', 'ftm').status, 2);
    assert.equal(run('--export', 'csv').status, 2);
    assert.equal(run('--import', file('none.json')).status, 2);
    assert.equal(run('--discover', '--mentions').status, 2);
  });
});
