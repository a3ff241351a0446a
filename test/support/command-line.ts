import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { repositoryRoot } from './root';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  readonly json: () => any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into it
}

/** Runs the bundled command line as a person would. */
export function sourcewright(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(repositoryRoot, 'dist/cli.js'), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      ...options,
    },
  );
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
}
