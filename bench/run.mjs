// npm run bench [-- MEASURE... options]: bundles bench/ and runs it in a process of its own. See bench/main.ts.
import { spawnSync } from 'node:child_process';
import esbuild from 'esbuild';
import { inRoot, root } from '../scripts/tooling/root.mjs';

const bundle = inRoot('dist', 'bench', 'main.js');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['bench/main.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'linked',
  logLevel: 'warning',
});
const node = ['--expose-gc', '--enable-source-maps', '--max-old-space-size=6000'];
const { status } = spawnSync(process.execPath, [...node, bundle, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
