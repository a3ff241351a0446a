import assert from 'node:assert/strict';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { Corpus, judgeQuotation, type SourceText } from '#corpus-index';
import { readSourceText } from '../../src/ingest/read-source';
import { received, toSend, type SentSource } from '../../src/server/sent-source';

/** As one thread has it from another. */
function sent(source: SourceText): SentSource {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(toSend(source));
  const answer = receiveMessageOnPort(port2) as { readonly message: SentSource };
  port1.close();
  return answer.message;
}

/** All that a source has, read out. */
const plain = ({ path, format, text, reading, metadata, passages, dropped }: SourceText) => ({
  ...{ path, format, text, metadata, passages, dropped },
  reading: {
    text: reading.text,
    ...(reading.starts && { starts: [...reading.starts], ends: [...(reading.ends ?? [])] }),
  },
});

const MARKDOWN =
  '# The wall\n\nIt was *low*, &amp; **no**body “knew”.\n\n> - It [was](wall.md)\n>   there.\n';

describe('a source that is sent between threads', () => {
  for (const [what, text] of [
    ['Latin letters', MARKDOWN.replace(/[“”]/g, '"')],
    ['typographic marks', MARKDOWN],
    ['another script', MARKDOWN.replaceAll('wall', 'стена')],
    ['what no encoding has', `${MARKDOWN}\ud83d \ude00 \ufeff\0 \ufffd\n`],
    ['nothing', ''],
  ] as const)
    for (const path of ['a.txt', 'a.md'])
      it(`arrives as it was: ${what}, ${path}`, () => {
        const source = readSourceText(path, text);
        const message = sent(source);
        const there = received(message);
        assert.deepEqual(plain(there), plain(source));
        assert.equal(message.replacements, text.split('\ufffd').length - 1);
        assert.equal(there.reading, there.reading, 'what was made of it can be kept by its reading');
      });

  it('takes a byte for most letters, whatever marks it has', () => {
    const text = 'The “wall” was low. '.repeat(5000);
    const bytes = (source: SourceText) => {
      const { text: packed, reading } = toSend(source);
      return packed.bytes.length + (reading ? reading.words.bytes.length + reading.stretches.byteLength : 0);
    };
    assert.ok(bytes(readSourceText('a.txt', text)) < 1.25 * text.length);
    const markdown = 'The “wall” was *low* and nobody knew of a wall that was lower than this one. '.repeat(
      1000,
    );
    assert.ok(
      bytes(readSourceText('a.md', markdown)) < 2 * markdown.length,
      'with what its marks are read as',
    );
  });

  it('is read in a corpus as it would be where it was read', () => {
    const corpora = [new Corpus(), new Corpus()];
    for (let at = 0; at < 60; at++) {
      const source = readSourceText(`s${at}.md`, MARKDOWN.replaceAll('wall', `wall ${at}`));
      const message = sent(source);
      corpora[0]?.put(source);
      corpora[1]?.put(received(message), message.grams);
    }
    for (const quote of ['It was low, & nobody “knew”', 'It was wall 41 there', 'It was wall 7']) {
      const [here, there] = corpora.map((corpus) =>
        judgeQuotation(corpus, [{ text: quote }], [{ key: 's41' }]),
      );
      assert.deepEqual(there, here);
    }
  });

  it('has its text also when more was asked for than is kept at hand', () => {
    const text = (at: number) => `Source ${at} “is” long. `.repeat(50_000);
    const sources = Array.from({ length: 20 }, (_, at) =>
      received(sent(readSourceText(`s${at}.txt`, text(at)))),
    );
    for (const turn of [1, 2])
      sources.forEach((source, at) => {
        assert.ok(source.text === text(at) && source.reading.text === text(at), `${turn}`);
      });
  });
});
