import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { repositoryRoot } from '../root';

const SETTINGS = '.vscode/settings.json';

/** A workspace in a temporary folder: a test may change it as it likes. */
export class WorkspaceCopy {
  readonly folder: string;

  /** @param of a folder to copy (relative to the repository, or absolute), or files by their relative path */
  constructor(of: string | Readonly<Record<string, string>>) {
    // Under a name of its own inside: the window's title and the Explorer show it.
    this.folder = path.join(mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sourcewright-')), 'workspace');
    mkdirSync(this.folder);
    this.fill(of);
  }

  fill(of: string | Readonly<Record<string, string>>): void {
    if (typeof of === 'string') cpSync(path.resolve(repositoryRoot, of), this.folder, { recursive: true });
    else for (const [file, text] of Object.entries(of)) this.write(file, text);
  }

  empty(): void {
    for (const name of readdirSync(this.folder))
      rmSync(this.path(name), { recursive: true, force: true, maxRetries: 5 });
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** As another program would: VS Code learns of it from the disk. */
  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Puts settings of the workspace on top of those that stand there. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    if (Object.keys(settings).length === 0) return;
    const kept = this.has(SETTINGS) ? (parse(this.read(SETTINGS)) as object) : {};
    this.write(SETTINGS, JSON.stringify({ ...kept, ...settings }));
  }

  delete(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  remove(): void {
    rmSync(path.dirname(this.folder), { recursive: true, force: true, maxRetries: 5 });
  }
}
