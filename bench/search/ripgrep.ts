import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { MANY, type Engine } from './engine';

const isThere = spawnSync('rg', ['--version']).status === 0;

/** No index: all files are read at each question. One word as the beginning of one, a quotation as it stands; files that have it. */
export const ripgrep: Engine | undefined = isThere
  ? {
      name: 'ripgrep, reading all files',
      mostPassages: MANY,
      isOutside: true,
      kinds: ['prefix', 'quotation'],
      build: (sources, folder) => {
        for (const source of sources) {
          const text = source.passages.map((passage) => passage.text).join('\n\n');
          fs.writeFileSync(path.join(folder, `${source.path.replaceAll('/', '-')}.txt`), text);
        }
        return {
          search: (query, kind) => {
            const asked = kind === 'prefix' ? ['-w', '-e', `${query}\\w*`] : ['-F', '-e', query];
            const { stdout } = spawnSync('rg', ['--ignore-case', '--files-with-matches', ...asked, folder]);
            return stdout.toString().split('\n').length - 1;
          },
        };
      },
    }
  : undefined;
