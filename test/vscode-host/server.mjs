// VS Code's server process: start, listen to it, end it with everything it started.
import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { linkModules } from './modules.mjs';
import { findNode } from './node.mjs';
import { HostError, ROOT, SERVER_MAIN } from './paths.mjs';
import { QUIET_ARGUMENTS, SKIPPED_EXTENSIONS } from './quiet.mjs';
import { readServerOutput } from './server-output.mjs';

const START_LIMIT_MS = 60_000;
/** Variables of a VS Code that we may have been started from; they would make the server think it is that one. */
const FOREIGN =
  /^(ELECTRON_RUN_AS_NODE|VSCODE_(IPC_HOOK_CLI|ESM_ENTRYPOINT|HANDLES_UNCAUGHT_ERRORS|NLS_CONFIG|CWD|PID|CODE_CACHE_PATH|CRASH_REPORTER.*))$/;

/**
 * @typedef {object} ServerOptions
 * @property {string} stateDir a folder for logs and sockets
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {number} [port] default: any free one
 * @property {string} [token] asked of a browser; default: none asked
 * @property {boolean} [driver] test hooks and development extensions allowed (default)
 * @property {boolean} [trust] VS Code asks whether a workspace is to be trusted; until then it is in Restricted Mode
 * @property {number} [reconnectSeconds] how long a window that went away may come back; default: three hours
 * @property {NodeJS.ProcessEnv} [env]
 */
/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} url
 * @property {EventEmitter} events see server-output.mjs; `exit` when the server ends
 * @property {Set<number>} hosts process ids of the extension hosts that run
 * @property {() => Promise<void>} close
 * @property {() => void} kill for a process that ends and cannot wait
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  linkModules();
  for (const dir of [options.userDataDir, options.extensionsDir]) fs.mkdirSync(dir, { recursive: true });
  const child = spawn(findNode(), serverArguments(options), {
    env: serverEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a process group of its own, to be ended as one
    cwd: options.stateDir,
  });
  const events = new EventEmitter();
  const hosts = new Set();
  const log = fs.createWriteStream(path.join(options.stateDir, 'server.log'));
  events.on('output', (line) => log.write(`${line}\n`));
  events.on('host-started', (pid) => hosts.add(pid));
  events.on('host-ended', (pid) => hosts.delete(pid));
  for (const stream of [child.stdout, child.stderr]) readServerOutput(stream, events);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  void ended.then((how) => events.emit('exit', how));

  const close = async () => {
    killGroup(child, 'SIGTERM');
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
    await ended;
    clearTimeout(timer);
    killGroup(child, 'SIGKILL'); // whatever the server left behind
    await new Promise((resolve) => log.end(() => resolve(undefined)));
  };
  try {
    const port = await listening(events);
    const kill = () => killGroup(child, 'SIGKILL');
    return { port, url: `http://127.0.0.1:${port}/`, events, hosts, close, kill };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {ServerOptions} o */
function serverArguments(o) {
  return [
    ...['--require', path.join(ROOT, 'parent-watch.cjs')],
    SERVER_MAIN,
    ...['--host', '127.0.0.1', '--port', String(o.port ?? 0)],
    ...(o.token ? ['--connection-token', o.token] : ['--without-connection-token']),
    ...QUIET_ARGUMENTS,
    ...(o.trust ? [] : ['--disable-workspace-trust']),
    ...(o.driver === false ? [] : ['--enable-smoke-test-driver']),
    ...(o.reconnectSeconds ? ['--reconnection-grace-time', String(o.reconnectSeconds)] : []),
    ...['--server-data-dir', path.join(o.stateDir, 'server')],
    ...['--user-data-dir', o.userDataDir, '--extensions-dir', o.extensionsDir],
  ];
}

/** @param {ServerOptions} o */
function serverEnvironment(o) {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return {
    VSCODE_SKIP_BUILTIN_EXTENSIONS: SKIPPED_EXTENSIONS.join(','),
    ...Object.fromEntries(kept),
    EXTENSIONS_GALLERY: '{}', // no marketplace
    XDG_RUNTIME_DIR: o.stateDir, // its sockets go there and not into the temporary folder for ever
    ...o.env,
  };
}

/**
 * @param {EventEmitter} events
 * @returns {Promise<number>} the port
 */
function listening(events) {
  /** @type {string[]} */
  const said = [];
  events.on('output', (line) => said.length < 400 && said.push(line));
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ how) =>
      reject(new HostError(`VS Code's server did not start (${how}):\n${said.join('\n')}`));
    const limit = setTimeout(fail, START_LIMIT_MS, `nothing within ${START_LIMIT_MS / 1000} s`);
    events.once('exit', fail);
    events.once('listening', (port) => {
      clearTimeout(limit);
      events.off('exit', fail);
      resolve(port);
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}
