// Bundles into dist/:   node scripts/build.mjs [--production] [--tests] [--watch]
//   --production  smaller, source maps apart: what is packaged
//   --tests       the tests too, each file a bundle of its own in dist/test/
//   --watch       again at every change (a new test file needs a restart)
import { cpSync, rmSync } from 'node:fs';
import { chmod, readFile, stat } from 'node:fs/promises';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { writeOthersWorks } from './tooling/notices.mjs';
import { inRoot, root } from './tooling/root.mjs';

const given = new Set(process.argv.slice(2));
const production = given.has('--production');

/** What runs by itself: the name in dist/, and where it begins. */
const PROGRAMS = {
  extension: 'src/extension/main.ts',
  server: 'src/server/main.ts',
  'index-worker': 'src/server/index-worker.ts',
  'discovery-worker': 'src/server/discovery-worker.ts',
  'references-worker': 'src/server/references-worker.ts',
  exchange: 'src/language/references/exchange.ts',
  'shared-corpus': 'src/shared-corpus/database.ts',
  cli: 'src/cli/main.ts',
  'format-process': 'src/ingest/format-process.ts',
  'format-worker': 'src/ingest/format-worker.ts',
};

/** What runs in web views, with its style sheet: the name in dist/webview/, and where it begins. */
const PAGES = {
  'actor-graph': 'src/webview/actor-graph/main.ts',
  review: 'src/webview/review/main.ts',
};
/** Readers of formats other than text, each loaded with the first file that needs it: dist/readers/<name>.js. */
const READERS = ['html', 'pdf', 'docx', 'epub', 'odt', 'email'];

/** Packages so large that server, index worker and command line share one copy: dist/<name>.js. */
const SHARED = ['iconv-lite'];

/** Packages that are shipped as they come, and loaded beside what is bundled: dist/<name>.js (tooling/notices.mjs). */
const UNCHANGED = ['citeproc'];

/** Files beside the tests that something loads by name: mocha, VS Code, `npm run score`. */
const TEST_HELPERS = [
  'support/count-reporter.ts',
  'editor/host/index.ts',
  'editor/window-setup.ts',
  'score/score.ts',
  'score/mentions.ts',
  'score/discovery.ts',
];

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // Prefer ES modules: of these the bundler can leave out what nobody uses.
  mainFields: ['module', 'main'],
  // What a page of docs/ explains, reports explain in its words.
  loader: { '.md': 'text' },
  define: { VERSION: JSON.stringify(JSON.parse(await readFile(inRoot('package.json'), 'utf8')).version) },
  logLevel: given.has('--watch') ? 'silent' : 'warning',
};

/**
 * @param {string} folder where the shared copies are, from the bundle
 * @returns {esbuild.Plugin}
 */
function useShared(folder) {
  return {
    name: 'use-shared',
    setup(build) {
      build.onResolve({ filter: /^[\w-]+$/ }, ({ path: name }) =>
        [...SHARED, ...UNCHANGED].includes(name)
          ? { path: `${folder}/${name}.js`, external: true }
          : undefined,
      );
    },
  };
}

/**
 * What is large and seldom needed is a bundle of its own, loaded where it is imported: the readers of formats, what reads and writes
 * references for other programs, and what speaks to a database.
 * @type {esbuild.Plugin}
 */
const apart = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/readers\/\w+$/ }, ({ path: name, kind }) =>
      kind === 'dynamic-import' ? { path: `${name}.js`, external: true } : undefined,
    );
    build.onResolve({ filter: /\/references\/exchange$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './exchange.js', external: true } : undefined,
    );
    build.onResolve({ filter: /\/shared-corpus\/database$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './shared-corpus.js', external: true } : undefined,
    );
  },
};

/** What citation-js would load addresses with: it is only ever given texts, and the product has no network. */
/** @type {esbuild.Plugin} */
const withoutNetwork = {
  name: 'without-network',
  setup(build) {
    build.onResolve({ filter: /^(sync-fetch|node-fetch)$/ }, ({ path }) => ({
      path,
      namespace: 'no-network',
    }));
    build.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({
      contents:
        'const none = () => { throw new Error("There is no network here."); };\nexport default none;\nexport { none as Headers };',
    }));
  },
};

const missing = await missingEntries();
if (missing.length > 0) fail(`entry points missing: ${missing.join(', ')}`);

const writeNotices = await writeOthersWorks();
if (given.has('--watch')) await watch();
else await once();

function programBuilds() {
  /** @type {esbuild.BuildOptions} */
  const options = {
    ...common,
    outdir: 'dist',
    minify: production,
    sourcemap: production ? 'external' : 'linked',
  };
  const { cli, ...others } = PROGRAMS;
  const shared = Object.fromEntries(SHARED.map((name) => [name, name]));
  return [
    { ...options, entryPoints: others, plugins: [useShared('.'), apart, withoutNetwork] },
    {
      ...options,
      entryPoints: { cli },
      plugins: [useShared('.'), apart],
      banner: { js: '#!/usr/bin/env node' },
    },
    readerBuild(options),
    { ...options, entryPoints: shared, sourcemap: false },
    ...pageBuilds(),
  ];
}

/** A page loads nothing else: all of its script is one file, all of its style another. No source map, as it could not be read. */
function pageBuilds() {
  const names = Object.keys(PAGES);
  const styles = names.map((name) => [name, `src/webview/${name}/${name}.css`]);
  /** @type {esbuild.BuildOptions} */
  const options = {
    ...common,
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: production,
    sourcemap: false,
  };
  return [
    { ...options, entryPoints: PAGES },
    { ...options, entryPoints: Object.fromEntries(styles) },
  ];
}

/**
 * @param {esbuild.BuildOptions} options
 * @returns {esbuild.BuildOptions}
 */
function readerBuild(options) {
  return {
    ...options,
    entryPoints: Object.fromEntries(READERS.map((name) => [name, `src/ingest/readers/${name}.ts`])),
    outdir: 'dist/readers',
    sourcemap: false,
    // What a library would look for beside its own file: nothing is there.
    define: { ...options.define, 'import.meta.url': '"file:///"' },
    plugins: [useShared('..')],
  };
}

/** @returns {esbuild.BuildOptions} */
function testBuild() {
  rmSync(inRoot('dist', 'test'), { recursive: true, force: true }); // a deleted test must not run on
  const entryPoints = globSync(['**/*.test.ts', ...TEST_HELPERS], {
    cwd: inRoot('test'),
    ignore: ['vscode-host', 'fixtures'],
  });
  return {
    ...common,
    entryPoints: entryPoints.map((file) => `test/${file}`),
    outbase: 'test',
    outdir: 'dist/test',
    packages: 'external',
    sourcemap: 'linked',
  };
}

/** What a PDF's fonts may ask for by name; the reader loads the one that is named. */
function copyCharacterMaps() {
  cpSync(inRoot('node_modules', 'pdfjs-dist', 'cmaps'), inRoot('dist', 'readers', 'cmaps'), {
    recursive: true,
  });
}

async function once() {
  try {
    const shipped = await Promise.all(
      programBuilds().map((options) => esbuild.build({ ...options, metafile: true })),
    );
    if (given.has('--tests')) await esbuild.build(testBuild());
    await writeNotices(shipped.map(({ metafile }) => metafile));
    copyCharacterMaps();
    await chmod(inRoot('dist', 'cli.js'), 0o755);
  } catch (error) {
    // esbuild has said where and why.
    fail(`the build failed${error instanceof Error && !('errors' in error) ? `: ${error.message}` : ''}`);
  }
}

/** The builds report as one, in the words that .vscode/tasks.json waits for. */
async function watch() {
  copyCharacterMaps();
  let running = 0;
  const report = {
    name: 'report',
    /** @param {esbuild.PluginBuild} build */
    setup(build) {
      build.onStart(() => {
        if (running++ === 0) console.log('[watch] build started');
      });
      build.onEnd(({ errors }) => {
        for (const { text, location: at } of errors)
          console.error(at ? `${at.file}:${at.line}:${at.column}: error: ${text}` : `error: ${text}`);
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
  for (const options of [...programBuilds(), ...(given.has('--tests') ? [testBuild()] : [])])
    await (await esbuild.context({ ...options, plugins: [report, ...(options.plugins ?? [])] })).watch();
}

async function missingEntries() {
  const entries = [...Object.values(PROGRAMS), ...Object.values(PAGES)];
  const found = await Promise.all(entries.map((file) => stat(inRoot(file)).catch(() => undefined)));
  return entries.filter((_, i) => !found[i]);
}

/** @param {string} why */
function fail(why) {
  console.error(`build: ${why}`);
  process.exit(1);
}
