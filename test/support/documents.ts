import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';

/**
 * Documents that others wrote: what packages of Debian ship, fetched once, unpacked outside of the repository and read in place.
 */
const CACHE = path.join(os.tmpdir(), 'sourcewright-documents');

/** The folder of an unpacked package; undefined where it cannot be had here. */
export function debianPackage(name: string): string | undefined {
  return fetched(name, (folder) => {
    execFileSync('apt-get', ['download', name], { cwd: folder, stdio: 'ignore' });
    for (const file of globSync('*.deb', { cwd: folder }))
      execFileSync('dpkg-deb', ['-x', file, 'files'], { cwd: folder, stdio: 'ignore' });
  });
}

/** The folder with files of these endings out of a package's source. */
export function debianSource(name: string, endings: readonly string[]): string | undefined {
  return fetched(`${name}-source`, (folder) => {
    const own = path.join(folder, 'apt');
    fs.mkdirSync(path.join(own, 'lists', 'partial'), { recursive: true });
    fs.mkdirSync(path.join(own, 'parts'));
    for (const file of [
      '/etc/apt/sources.list',
      ...globSync('/etc/apt/sources.list.d/*.{list,sources}', { absolute: true }),
    ])
      if (fs.existsSync(file))
        fs.writeFileSync(path.join(own, 'parts', path.basename(file)), ofSources(file));
    const options = [
      ['Dir::Etc::SourceList', '/dev/null'],
      ['Dir::Etc::SourceParts', path.join(own, 'parts')],
      ['Dir::State::Lists', path.join(own, 'lists')],
    ].flatMap(([option = '', value = '']) => ['-o', `${option}=${value}`]);
    execFileSync('apt-get', [...options, 'update'], { cwd: folder, stdio: 'ignore' });
    execFileSync('apt-get', [...options, 'source', '--download-only', name], {
      cwd: folder,
      stdio: 'ignore',
    });
    const files = path.join(folder, 'files');
    fs.mkdirSync(files);
    for (const archive of globSync('*.orig.tar.*', { cwd: folder, ignore: '*.asc' }))
      execFileSync(
        'tar',
        ['xf', path.join(folder, archive), '--wildcards', ...endings.map((ending) => `*.${ending}`)],
        {
          cwd: files,
          stdio: 'ignore',
        },
      );
    fs.rmSync(own, { recursive: true });
  });
}

const ofSources = (file: string): string =>
  fs
    .readFileSync(file, 'utf8')
    .replace(/^deb\s/gm, 'deb-src ')
    .replace(/^Types:.*$/gm, 'Types: deb-src');

/** Whether a program runs here. */
export function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fetched(name: string, fetch: (folder: string) => void): string | undefined {
  const done = path.join(CACHE, name);
  const files = path.join(done, 'files');
  if (fs.existsSync(files)) return files;
  fs.mkdirSync(CACHE, { recursive: true });
  const folder = fs.mkdtempSync(path.join(CACHE, '.fetching-'));
  try {
    fetch(folder);
    if (!fs.existsSync(path.join(folder, 'files'))) return undefined;
    if (!fs.existsSync(done)) fs.renameSync(folder, done);
    return files;
  } catch {
    return undefined;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
