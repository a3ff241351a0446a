import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../root';

/** A workspace in a temporary folder: a test may change it as it likes. */
export class WorkspaceCopy {
  readonly folder: string;

  /** @param of a folder to copy (relative to the repository, or absolute), or files by their relative path */
  constructor(of: string | Readonly<Record<string, string | Uint8Array>>) {
    // Under a name of its own inside: the window's title and the Explorer show it.
    this.folder = path.join(mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sourcewright-')), 'workspace');
    mkdirSync(this.folder);
    if (typeof of === 'string') cpSync(path.resolve(repositoryRoot, of), this.folder, { recursive: true });
    else for (const [file, content] of Object.entries(of)) this.write(file, content);
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** As another program would: VS Code learns of it from the disk. */
  write(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), content);
  }

  delete(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  remove(): void {
    rmSync(path.dirname(this.folder), { recursive: true, force: true, maxRetries: 5 });
  }
}
