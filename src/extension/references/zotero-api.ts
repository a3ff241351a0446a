import * as http from 'node:http';

/** Where Zotero answers on this machine: https://www.zotero.org/support/dev/web_api/v3/basics ("Local API"). */
const ZOTERO = 'http://127.0.0.1:23119';

const ITEMS = '/api/users/0/items?format=csljson';

/** Zotero collects a large library before it answers; in milliseconds. */
const PATIENCE = 30_000;

/** Bytes; a library of ten thousand references has a tenth of it. */
const LARGEST = 50_000_000;

/** The references of the library, as CSL JSON; rejects with a sentence for the person. Asks this machine and no other. */
export function zoteroReferences(address = ZOTERO, patience = PATIENCE): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      request.destroy();
      reject(new Error(why));
    };
    const headers = { 'Zotero-API-Version': '3' };
    const request = http.get(`${address}${ITEMS}`, { headers, timeout: patience }, (response) => {
      if (response.statusCode !== 200) {
        fail(refusal(response.statusCode));
        return;
      }
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size > LARGEST)
          fail('Zotero’s library is larger than what is imported at once: export a collection.');
      });
      response.on('end', () => {
        resolve(Buffer.concat(parts).toString('utf8'));
      });
      response.on('error', (error) => {
        fail(`Zotero broke off: ${error.message}.`);
      });
    });
    request.on('timeout', () => {
      fail(`Zotero has not answered in ${patience / 1000} seconds.`);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'ECONNREFUSED'
          ? 'Zotero does not answer: start it on this machine first.'
          : `Zotero cannot be asked: ${error.message}.`,
      );
    });
  });
}

const refusal = (status: number | undefined): string =>
  status === 403
    ? 'Zotero does not let other programs ask it: allow it in Zotero’s settings, Advanced, “Allow other applications on this computer to communicate with Zotero”.'
    : `Zotero answers with an error (${status ?? 'none'}).`;
