import { actors } from './commands/actors';
import { check } from './commands/check';
import { citations } from './commands/citations';
import { exportReferences } from './commands/export';
import { importReferences } from './commands/import';
import { index } from './commands/index-corpus';
import { lock } from './commands/lock';
import { report } from './commands/report';
import { search } from './commands/search';
import { sources } from './commands/sources';
import { verify } from './commands/verify';
import { EXIT, UsageError, type Command } from './command';
import { harmless } from './harmless';
import { CorpusFailure } from './shared-corpus';
import { version } from '../language/version';

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  verify,
  lock,
  report,
  search,
  sources,
  actors,
  citations,
  index,
  export: exportReferences,
  import: importReferences,
};

const usage = (): string =>
  [
    'sourcewright COMMAND [--root DIR] [--format text|json] [--sources GLOB]',
    '',
    ...Object.values(COMMANDS).flatMap(({ usage: line, summary, options = [] }) => [
      `  ${line.padEnd(28)} ${summary}`,
      ...options.map((option) => `${' '.repeat(33)}${option}`),
    ]),
    '',
    'Exit status: 0 clean, 1 findings at or above --fail-on (default error), 2 could not run.',
  ].join('\n');

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? process.stderr : process.stdout).write(`${usage()}\n`);
    return name === undefined ? EXIT.couldNotRun : EXIT.clean;
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`);
    return EXIT.clean;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return command.run(args);
}

// Whoever reads the output (`| head`) may have enough of it: the exit status is still of the whole run.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text =
      error instanceof UsageError
        ? `${harmless(error.message)}\n\n${usage()}`
        : error instanceof CorpusFailure
          ? harmless(error.message)
          : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error);
    process.stderr.write(`sourcewright: ${text}\n`);
    process.exitCode = EXIT.couldNotRun;
  },
);
