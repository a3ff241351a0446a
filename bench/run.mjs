// npm run bench [-- MEASURE... options]: bundles bench/ and runs it in a process of its own. See bench/main.ts.
import { spawnSync } from 'node:child_process';
import esbuild from 'esbuild';
import { inRoot, root } from '../scripts/tooling/root.mjs';

// The programs, as one of the measures runs the server.
const build = spawnSync(process.execPath, [inRoot('scripts', 'build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
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
