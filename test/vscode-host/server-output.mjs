// What the server says about itself in its output, line by line, as events:
//   listening (port)          its web page can be opened
//   host-started (pid)        an extension host process runs
//   host-ended (pid, code, signal)
//   line (text)               anything else
import { createInterface } from 'node:readline';

const LISTENING = /^Extension host agent listening on (\d+)/;
const STARTED = /<(\d+)> Launched Extension Host Process/;
const ENDED = /<(\d+)> Extension Host Process exited with code: (\S+), signal: (\S+)\./;

/**
 * @param {import('node:stream').Readable} stream
 * @param {import('node:events').EventEmitter} events
 */
export function readServerOutput(stream, events) {
  createInterface({ input: stream }).on('line', (line) => {
    events.emit('output', line);
    let match;
    if ((match = LISTENING.exec(line))) events.emit('listening', Number(match[1]));
    else if ((match = STARTED.exec(line))) events.emit('host-started', Number(match[1]));
    else if ((match = ENDED.exec(line))) {
      const [, pid, code, signal] = match;
      events.emit(
        'host-ended',
        Number(pid),
        code === 'null' ? undefined : Number(code),
        signal === 'null' ? undefined : signal,
      );
    }
  });
}
