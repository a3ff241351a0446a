import { harmless } from './harmless';
import { parseArgs, type ParseArgsConfig } from 'node:util';

export const EXIT = { clean: 0, findings: 1, couldNotRun: 2 } as const;

/** The command line asked for something that does not exist or cannot be read: shown with the usage, exit 2. */
export class UsageError extends Error {}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  /** Its own options, one a line. */
  readonly options?: readonly string[];
  /** Runs to its end and answers the exit status. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const SHARED = {
  root: { type: 'string' },
  format: { type: 'string' },
  sources: { type: 'string', multiple: true },
} as const;

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Reads a command's arguments: the shared options and its own. Unknown ones throw `UsageError`. */
export function readArguments(
  args: readonly string[],
  own: NonNullable<ParseArgsConfig['options']> = {},
): Arguments {
  try {
    return parseArgs({ args: [...args], options: { ...SHARED, ...own }, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** One of the formats that a command knows; the first is the default. */
export function formatOf<Format extends string>(
  { values }: Arguments,
  formats: readonly [Format, ...Format[]],
): Format {
  const wanted = values['format'] ?? formats[0];
  const format = formats.find((one) => one === wanted);
  if (format === undefined)
    throw new UsageError(`--format takes ${formats.join(', ')}, not "${String(wanted)}".`);
  return format;
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A line in which others' words stand. */
export const printText = (line: string): void => {
  print(harmless(line));
};

export const printJson = (value: object): void => {
  print(JSON.stringify({ version: 1, ...value }, undefined, 2));
};

/** What a person should know beside the data: on standard error. */
export const say = (line: string): void => {
  process.stderr.write(`${harmless(line)}\n`);
};
