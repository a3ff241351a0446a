import { readActors, type ActorsFile } from '#corpus-index';
import { WorkerLost, type WorkerClient } from './worker-client';

/** Characters of a registry that is read in some ten milliseconds. */
const LARGE_REGISTRY = 50_000;

/** Reads actors.yaml, a large one in the worker: typing need not wait for it. Where the worker ended, and that was not asked for, it is read here. */
export async function readRegistry(
  text: string,
  worker: WorkerClient,
  isEnded: () => boolean,
): Promise<ActorsFile> {
  if (text.length < LARGE_REGISTRY) return readActors(text);
  return worker.ask({ kind: 'actors', text }).catch((error: unknown) => {
    if (!(error instanceof WorkerLost) || isEnded()) throw error;
    return readActors(text);
  });
}
