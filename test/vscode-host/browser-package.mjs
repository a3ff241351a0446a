// The headless Chromium that comes as an npm package (Linux x64): brotli files, unpacked once.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { HostError, MODULES, ROOT, removeDir } from './paths.mjs';

const PACKAGE = path.join(MODULES, '@sparticuz', 'chromium');
const FONTS = path.join(MODULES, 'dejavu-fonts-ttf', 'ttf');

/** @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv } | undefined>} undefined where it cannot run */
export async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!fs.existsSync(path.join(PACKAGE, 'bin', 'chromium.br'))) return undefined;
  const dir = await unpack();
  const browser = {
    executablePath: path.join(dir, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(dir, 'lib'),
      FONTCONFIG_FILE: path.join(dir, 'fonts.conf'),
    },
  };
  // Its libraries are built for glibc 2.34 and newer: ask it before trusting it.
  const runs = spawnSync(browser.executablePath, ['--version'], { env: browser.env }).status === 0;
  return runs ? browser : undefined;
}

async function unpack() {
  const { version } = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  const dir = path.join(ROOT, '.browser', version);
  if (fs.existsSync(path.join(dir, 'chromium'))) return dir;
  const fresh = `${dir}.${process.pid}`;
  fs.mkdirSync(fresh, { recursive: true });
  await Promise.all([
    inflate('chromium.br', path.join(fresh, 'chromium'), 0o755),
    inflate('al2023.tar.br', path.join(fresh, 'lib.tar'), 0o644),
  ]);
  const tar = spawnSync('tar', ['xf', 'lib.tar'], { cwd: fresh });
  if (tar.status !== 0)
    throw new HostError(`cannot unpack the browser's libraries: ${tar.error ?? tar.stderr}`);
  fs.rmSync(path.join(fresh, 'lib.tar'));
  addFonts(fresh, dir);
  try {
    fs.renameSync(fresh, dir);
  } catch {
    removeDir(fresh); // another run was first
  }
  return dir;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {number} mode
 */
function inflate(from, to, mode) {
  return pipeline(
    fs.createReadStream(path.join(PACKAGE, 'bin', from)),
    zlib.createBrotliDecompress(),
    fs.createWriteStream(to, { mode }),
  );
}

/**
 * Without a font that fontconfig finds, this Chromium dies at the first text it has to draw.
 * @param {string} fresh where the files are now
 * @param {string} dir where they will be
 */
function addFonts(fresh, dir) {
  fs.mkdirSync(path.join(fresh, 'fonts'));
  for (const style of ['Sans', 'Sans-Bold', 'Sans-Oblique', 'SansMono', 'SansMono-Bold']) {
    const file = `DejaVu${style}.ttf`;
    fs.copyFileSync(path.join(FONTS, file), path.join(fresh, 'fonts', file));
  }
  const aliases = [
    ...['sans-serif', 'serif', 'system-ui', 'Ubuntu', 'Droid Sans'].map((family) => [family, 'DejaVu Sans']),
    ...['monospace', 'Droid Sans Mono'].map((family) => [family, 'DejaVu Sans Mono']),
  ].map(
    ([family, font]) => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  );
  fs.writeFileSync(
    path.join(fresh, 'fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      `<dir>${path.join(dir, 'fonts')}</dir><cachedir>${path.join(dir, 'fontcache')}</cachedir>` +
      `${aliases.join('')}</fontconfig>\n`,
  );
}
