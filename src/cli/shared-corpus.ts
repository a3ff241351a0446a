import type { Client } from 'pg';
import type { Corpus } from '#corpus-index';
import type { Draft } from '../language/draft';
import {
  describeAddressProblem,
  isAddress,
  readAddress,
  writtenAddress,
  type CorpusAddress,
} from '../shared-corpus/address';
import { sharedFailure } from '../shared-corpus/failure';
import { sourceFrom } from '../shared-corpus/stored-source';
import { say, UsageError, type Arguments } from './command';

/** The address of a shared corpus that an option names. */
export function addressFrom(option: string, value: unknown): CorpusAddress {
  if (typeof value !== 'string') throw new UsageError(`${option} takes the address of a shared corpus.`);
  const address = readAddress(value);
  if (isAddress(address)) return address;
  const help =
    address === 'password' ? ' Put it into the variable PGPASSWORD or into the file ~/.pgpass.' : '';
  throw new UsageError(`${option}: ${describeAddressProblem(address)}${help}`);
}

/** The shared corpus that `--corpus` names, if it is given. */
export const corpusOption = ({ values }: Arguments): CorpusAddress | undefined =>
  values['corpus'] === undefined ? undefined : addressFrom('--corpus', values['corpus']);

/** How `--corpus` is explained. */
export const CORPUS_OPTION =
  '--corpus ADDRESS   cited keys that are no source here are looked up in this shared corpus';

/** What speaks to databases is loaded where it is needed. */
export const database = () => import('../shared-corpus/database');

/** The shared corpus cannot be used: said as it is, exit 2. */
export class CorpusFailure extends Error {}

export async function withAddress<Result>(
  address: CorpusAddress,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw new CorpusFailure(`${writtenAddress(address)}: ${sharedFailure(error).message}`, { cause: error });
  }
}

/** Puts what drafts cite and the folder has no text of into the corpus, from the shared one. */
export async function fetchCited(
  corpus: Corpus,
  address: CorpusAddress,
  drafts: readonly Draft[],
): Promise<void> {
  const cited = drafts.flatMap(({ citations }) => citations.map(({ key }) => key));
  const keys = [...new Set(cited)].filter((key) => !corpus.source(key));
  if (keys.length > 0) await reading(address, (client) => fetchSources(client, corpus, keys));
}

/** Puts what quotations need into the corpus, one after the other: the source that is named, or those that may have the words. */
export function sourceFetcher(client: Client, corpus: Corpus) {
  const asked = new Set<string>();
  return async (words: string, source: string | undefined): Promise<void> => {
    const keys = source === undefined ? await likelySources(client, words) : [source];
    const fresh = keys.filter((key) => !asked.has(key) && !corpus.source(key));
    for (const key of fresh) asked.add(key);
    await fetchSources(client, corpus, fresh);
  };
}

/** The sources of so many passages that fit a quotation best are compared with it. */
const LIKELY = 10;

async function likelySources(client: Client, words: string): Promise<string[]> {
  const { PostgresIndex } = await database();
  const hits = await new PostgresIndex(client).find(words, LIKELY);
  return [...new Set(hits.flatMap(({ key }) => key ?? []))];
}

async function fetchSources(client: Client, corpus: Corpus, keys: readonly string[]): Promise<void> {
  const { sourcesOf } = await database();
  for (let at = 0; at < keys.length; at += AT_ONCE)
    for (const stored of await sourcesOf(client, keys.slice(at, at + AT_ONCE))) {
      const source = sourceFrom(stored);
      if (source) corpus.put(source);
      else
        say(`The source @${stored.key} of the shared corpus cannot be read. Have the corpus filled again.`);
    }
}

/** Sources can be large. */
const AT_ONCE = 20;

/** Connects for the time of some questions. */
export const reading = <Result>(
  address: CorpusAddress,
  ask: (client: Client) => Promise<Result>,
): Promise<Result> =>
  withAddress(address, async () => {
    const { checkVersion, connect } = await database();
    const client = await connect(address, { as: 'reader' });
    try {
      await checkVersion(client);
      return await ask(client);
    } finally {
      await client.end();
    }
  });
