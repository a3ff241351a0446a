import assert from 'node:assert/strict';
import { sourcewright } from '../support/command-line';
import { removeFolder, temporaryFolder } from '../support/temporary-folder';

/** Turns a terminal red, sets its title, clears it by a C1 control, and writes backwards. */
const STEERING = 'red\u001b[31m title\u001b]0;p\u0007 clear\u009b2J back\u202edrow\u2066';

describe('what the command line prints for people', () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder({
      'sources/wall.txt': `The wall ${STEERING} was not built to last.\n\nNobody asked Ada ${STEERING} Verne of it, and Ada Verne left.\n`,
      'sources.yaml': `references:\n  - id: wall\n    title: ${JSON.stringify(STEERING)}\n    file: sources/wall.txt\n`,
      'actors.yaml': `actors:\n  - id: verne\n    schema: Person\n    name: ${JSON.stringify(`Ada ${STEERING}`)}\n    alias: Ada Verne\n`,
      'drafts/a.md': `“The wall ${STEERING} was built to last” [@wall, para. 1] and [@wall\u202e].\n`,
    });
  });
  after(() => {
    removeFolder(folder);
  });

  for (const args of [
    ['sources'],
    ['search', 'wall'],
    ['actors'],
    ['actors', '--mentions'],
    ['actors', '--discover'],
    ['check'],
    ['lock', '--check'],
    ['export', 'no\u001b[31m.md'],
  ] as const)
    it(`steers no terminal: ${args.join(' ').replace(/[^ -~]/g, '')}`, () => {
      const [command, ...others] = args;
      const { stdout, stderr } = sourcewright([command, '--root', folder, ...others]);
      const printed = `${stdout}${stderr}`.replaceAll('\n', '');
      assert.ok(printed.length > 0);
      // eslint-disable-next-line no-control-regex -- what must not be there
      assert.doesNotMatch(printed, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    });
});
