import assert from 'node:assert/strict';
import type { SourceText } from '#corpus-index';
import { makeForwardingMail, makeMail, makePlainMail } from '../../support/make-documents';
import { droppedOf, passagesOf, readSourceBytes } from '../../support/read-formatted';
import { verdictsOf } from '../../support/verdicts-of';

const OWN = 'I agree with every word of it, said the second writer.';
const OTHERS = 'The wall of the harbour was never safe, and the clerk had known of it.';

const read = (mail: Buffer) => readSourceBytes('a.eml', mail);

function assertApart(source: SourceText): void {
  assert.deepEqual(passagesOf(source), [OWN]);
  assert.ok(droppedOf(source).includes(`quoted: ${OTHERS}`), droppedOf(source).join('\n'));
  assert.deepEqual(
    verdictsOf(source, '“the harbour was never safe” [@KEY]', '“agree with every word” [@KEY]'),
    ['missing', 'verbatim'],
  );
}

describe('words that a mail quotes or sends on', () => {
  it('are not its sender’s: lines with a mark, the line over them', async () => {
    const source = await read(
      makePlainMail(
        `${OWN}\n\nOn 3 March 2014 Bo Quay wrote:\n\n> The wall of the harbour was never safe,\n> and the clerk had known of it.\n`,
      ),
    );
    assert.deepEqual(passagesOf(source), [OWN]);
    assert.deepEqual(droppedOf(source).slice(1), [
      'quoted: On 3 March 2014 Bo Quay wrote:',
      'quoted: The wall of the harbour was never safe,\nand the clerk had known of it.',
    ]);
  });

  const behind = {
    'a line for it': '-----Original Message-----\n\n',
    'another line': 'Begin forwarded message:\n\n',
    'its header': 'From: Bo Quay\nSent: Monday, 3 March 2014 10:00\nTo: Ada Verne\nSubject: The wall\n\n',
  };
  for (const [what, line] of Object.entries(behind))
    it(`are not its sender’s: behind ${what}`, async () => {
      assertApart(await read(makePlainMail(`${OWN}\n\n${line}${OTHERS}\n`)));
    });

  it('are not its sender’s: a mail within it', async () => {
    assertApart(await read(makeForwardingMail(OWN, makePlainMail(OTHERS))));
    assertApart(await read(makeForwardingMail(OWN, makeMail(`<p>${OTHERS}</p>`))));
  });

  const elements = {
    'a quotation': `<blockquote type="cite"><p>${OTHERS}</p></blockquote>`,
    'an element of its program': `<div class="gmail_quote"><div><p>${OTHERS}</p></div></div>`,
    'a header': `<p><b>From:</b> Bo Quay<br><b>Sent:</b> Monday<br><b>Subject:</b> The wall</p><p>${OTHERS}</p>`,
  };
  for (const [what, html] of Object.entries(elements))
    it(`are not its sender’s: ${what} in HTML`, async () => {
      assertApart(await read(makeMail(`<p>${OWN}</p>${html}`)));
    });
});
