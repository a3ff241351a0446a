import assert from 'node:assert/strict';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { zoteroReferences } from '../../src/extension/references/zotero-api';
import { readReferences } from '../../src/language/references/exchange';

/** As Zotero's local API gives them: ids that are addresses, a citation key where there is one. */
const ITEMS = JSON.stringify([
  {
    id: 'http://zotero.org/users/local/abc/items/DEF',
    type: 'webpage',
    title: 'The harbour at night',
    author: [{ family: 'Rowe', given: 'Anna' }],
    issued: { 'date-parts': [['2014', 3, 24]] },
  },
  { id: 'http://zotero.org/users/local/abc/items/GHI', type: 'book', 'citation-key': 'quist2011' },
]);

describe('Asking Zotero for its library', () => {
  let server: http.Server;
  let asked: string[];
  const answering = async (answer: http.RequestListener): Promise<string> => {
    asked = [];
    server = http.createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('takes its references as CSL JSON, which is read with keys that a draft can cite', async () => {
    const address = await answering((_, response) => response.end(ITEMS));
    const items = readReferences(await zoteroReferences(address), 'Zotero');
    assert.deepEqual(asked, ['GET /api/users/0/items?format=csljson']);
    assert.deepEqual(typeof items === 'string' ? items : items.items.map(({ id }) => id), [
      'rowe2014',
      'quist2011',
    ]);
  });

  it('says what to do where Zotero forbids it, does not run, breaks off or keeps silent', async () => {
    const forbidding = await answering((_, response) => response.writeHead(403).end());
    await assert.rejects(zoteroReferences(forbidding), /Zotero’s settings/);
    server.close();
    await assert.rejects(zoteroReferences(forbidding), /start it on this machine first/);
    const breaking = await answering((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('[');
      setTimeout(() => response.destroy(), 20);
    });
    await assert.rejects(zoteroReferences(breaking), /Zotero/);
    server.close();
    const silent = await answering(() => undefined);
    await assert.rejects(zoteroReferences(silent, 100), /not answered in 0\.1 seconds/);
  });

  it('stops reading what is larger than any library', async () => {
    const endless = await answering((_, response) => {
      const part = 'x'.repeat(1 << 20);
      const more = () => {
        while (!response.destroyed && response.write(part));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await assert.rejects(zoteroReferences(endless), /larger than what is imported at once/);
  });
});
