import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

/** A draft on disk, and what pandoc needs to print its references as they are printed here. */
export interface PandocInputs {
  readonly draft: string;
  /** Its ending says the format. */
  readonly target: string;
  /** CSL JSON. */
  readonly references: string;
  /** The style, as CSL. */
  readonly style: string;
  /** Of references, where the draft names no `lang`. */
  readonly locale?: string | undefined;
  /** For a PDF: the program that makes it. */
  readonly engine?: string | undefined;
}

/**
 * Programs that make pandoc's PDF, those first that have letters of all scripts. pandoc itself asks for pdflatex, which many do not
 * have, and which stops at a name in Arabic.
 */
const PDF_ENGINES = [
  ...[
    'lualatex',
    'xelatex',
    'tectonic',
    'weasyprint',
    'prince',
    'wkhtmltopdf',
    'typst',
    'pagedjs-cli',
    'pdflatex',
  ],
] as const;

/** What pandoc said; with `failed` it has made nothing. */
export interface PandocOutcome {
  readonly failed: boolean;
  readonly said: string;
}

/** Whether a draft is one whose code Quarto or R Markdown runs: pandoc alone prints the code. */
export const hasCodeToRun = (draft: string): boolean => /\.[qr]md$/i.test(draft);

/** Whether there is a pandoc to run. */
export const hasPandoc = (): Promise<boolean> => inTemporaryFolder((folder) => canRun('pandoc', folder));

/** A program by which pandoc can make a PDF; undefined where none is installed. */
export const pdfEngine = (): Promise<string | undefined> =>
  inTemporaryFolder(async (folder) => {
    for (const engine of PDF_ENGINES) if (await canRun(engine, folder)) return engine;
    return undefined;
  });

/** Has pandoc make a report of a draft. */
export const exportByPandoc = (inputs: PandocInputs, signal?: AbortSignal): Promise<PandocOutcome> =>
  inTemporaryFolder(async (folder) => {
    const { draft, target, references, style, locale, engine } = inputs;
    const bibliography = path.join(folder, 'references.json');
    const metadata = path.join(folder, 'metadata.json');
    const csl = path.join(folder, 'style.csl');
    await fs.writeFile(bibliography, references);
    await fs.writeFile(csl, style);
    // A file, and no option: what the draft says itself overrules a file.
    await fs.writeFile(metadata, JSON.stringify(locale === undefined ? {} : { lang: locale }));
    const args = [
      ...['--from', 'markdown', '--standalone', '--citeproc', '--csl', csl],
      ...['--bibliography', bibliography, '--metadata-file', metadata],
      ...(engine === undefined ? [] : ['--pdf-engine', engine]),
      ...['--resource-path', await asOnePath(path.dirname(draft), folder), '--output', target, draft],
    ];
    return run('pandoc', args, folder, signal);
  });

/** pandoc takes a path for several where it has the sign between paths in it: a link of ours stands for such a one. */
async function asOnePath(pictures: string, folder: string): Promise<string> {
  if (!pictures.includes(path.delimiter)) return pictures;
  const link = path.join(folder, 'beside-the-draft');
  // Windows asks for no rights to make a junction.
  await fs.symlink(pictures, link, 'junction');
  return link;
}

/**
 * Without a shell, and in a folder of our own: Windows would take a `pandoc.exe` that stands where it is started, and drafts
 * come from anywhere.
 */
const run = (
  program: string,
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<PandocOutcome> =>
  new Promise((resolve) => {
    execFile(program, [...args], { cwd, maxBuffer: 1 << 24, ...(signal && { signal }) }, (error, _, said) => {
      resolve({ failed: error !== null, said: said.trim() || (error?.message ?? '') });
    });
  });

const canRun = async (program: string, folder: string): Promise<boolean> =>
  !(await run(program, ['--version'], folder)).failed;

async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sourcewright-'));
  try {
    return await use(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
