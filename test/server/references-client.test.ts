import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { StyleText } from '../../src/language/references/print-references';
import { ReferencesClient } from '../../src/server/references-client';
import { repositoryRoot as root } from '../support/root';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

const LOCALES = {
  'en-US': fs.readFileSync(path.join(root, 'dist/citation-styles/locales-en-US.xml'), 'utf8'),
};

const styleOf = (macros: string, layout: string): StyleText => ({
  style: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id></info>
${macros}<citation><layout>${layout}</layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`,
  locales: LOCALES,
});

/** Macros that call each other ten times each, twelve deep. */
const ENDLESS = styleOf(
  Array.from(
    { length: 12 },
    (_, at) =>
      `<macro name="m${at}">${(at === 0 ? '<text variable="title"/>' : `<text macro="m${at - 1}"/>`).repeat(10)}</macro>`,
  ).join(''),
  '<text macro="m11"/>',
);

describe('The thread that prints references', () => {
  let client: ReferencesClient;
  beforeEach(() => {
    client = new ReferencesClient(path.join(root, 'dist/references-worker.js'), 3000);
  });
  afterEach(() => client.stop());
  const items = [{ id: 'a', type: 'book', title: 'The harbour' }];
  const print = (style: StyleText) => client.ask({ kind: 'references', style, items });

  it('is ended where a style does not come to an end, and then prints the next one', async () => {
    await assert.rejects(print(ENDLESS), /it took more than 3 seconds/);
    const [entry] = await print(styleOf('', '<text variable="title"/>'));
    assert.deepEqual(entry?.text, [{ text: 'The harbour' }]);
  });

  it('gives each of many questions at once its time, not all of them together', async () => {
    const folder = temporaryFolder({
      'slow.js': `const { parentPort } = require('node:worker_threads');
        const wait = new Int32Array(new SharedArrayBuffer(4));
        parentPort.on('message', ({ id }) => { Atomics.wait(wait, 0, 0, 400); parentPort.postMessage({ id, answer: [] }); });`,
    });
    const slow = new ReferencesClient(path.join(folder, 'slow.js'), 1500);
    const asked = Array.from({ length: 6 }, () =>
      slow.ask({ kind: 'references', style: styleOf('', ''), items }),
    );
    assert.equal((await Promise.all(asked)).length, 6);
    await slow.stop();
    removeFolder(folder);
  });

  it('says what is wrong with a style that is none, and goes on', async () => {
    await assert.rejects(print({ style: '<style><citation></style>', locales: LOCALES }));
    await assert.rejects(print({ style: 'no style', locales: LOCALES }));
    assert.equal((await print(styleOf('', '<text variable="title"/>'))).length, 1);
  });

  it('reads no entity of a style', async () => {
    const style = styleOf('', '<text value="&lol;"/>');
    const bomb = `<!DOCTYPE style [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/hostname">]>${style.style}`;
    const [entry] = await print({ ...style, style: bomb }).catch(() => []);
    assert.doesNotMatch(JSON.stringify(entry ?? ''), /"lol"/);
  });
});
