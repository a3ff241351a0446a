// Runs other programs.
import { spawn, spawnSync } from 'node:child_process';
import { inRoot, root } from './root.mjs';

/**
 * Runs a program to its end in the root folder, its output on ours.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] on top of ours
 * @returns {Promise<number>} its exit code, 1 where it could not run
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: needsShell(program),
    });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program in the root folder and prints what it said only where it failed.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
export function runQuietly(program, args) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell: needsShell(program) });
  if (result.status === 0) return true;
  console.error(`${result.error?.message ?? ''}${result.stdout}${result.stderr}`);
  return false;
}

/**
 * Windows starts npm, a script, only through a shell.
 * @param {string} program
 */
function needsShell(program) {
  return process.platform === 'win32' && program === 'npm';
}

/**
 * Runs a script that a package brings, without npm in between.
 * @param {string} file below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runTool(file, args, env) {
  return run(process.execPath, [inRoot('node_modules', ...file.split('/')), ...args], env);
}
