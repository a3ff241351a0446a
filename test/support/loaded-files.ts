import * as fs from 'node:fs';
import * as path from 'node:path';

/** Notes every file that Node loads in a process and its threads, from its start. */
export function loadedFiles(folder: string) {
  const hook = path.join(folder, 'note-loaded.cjs');
  const log = path.join(folder, 'loaded.txt');
  fs.writeFileSync(
    hook,
    `const { Module } = require('node:module');
const { appendFileSync } = require('node:fs');
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  appendFileSync(${JSON.stringify(log)}, file + '\\n');
  return load(module, file);
};
`,
  );
  return {
    nodeOptions: ['--require', hook],
    /** Names of the files since the last call. */
    take: (): string[] => {
      const names = fs.readFileSync(log, 'utf8').split('\n').filter(Boolean);
      fs.rmSync(log);
      return names.map((name) => path.relative(path.dirname(path.dirname(name)), name));
    },
  };
}
