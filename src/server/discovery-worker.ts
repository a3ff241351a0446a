import { parentPort } from 'node:worker_threads';
import {
  buildMatcher,
  discoverNames,
  findMentions,
  sourceNames,
  surveyNames,
  type ActorMatcher,
  type DiscoveredName,
  type NameSurvey,
  type SourceNames,
} from '#corpus-index';
import type { DiscoveryAnswers, DiscoveryRequest } from './discovery-messages';
import type { Numbered, WorkerReply } from './worker-messages';

/**
 * Looks for names that no actor claims, in a thread of its own: it starts when names are first asked for, and neither
 * typing nor reading sources waits for it.
 */
interface Folder {
  readonly surveys: Map<string, NameSurvey>;
  /** Of the registry as it is; made when asked for. */
  readonly ofSources: Map<string, SourceNames>;
  registry: Pick<DiscoveryRequest & { kind: 'registry' }, 'actors' | 'ignored'>;
  matcher: ActorMatcher | undefined;
  names: readonly DiscoveredName[] | undefined;
}

const folders = new Map<string, Folder>();

function folderOf(uri: string): Folder {
  const known = folders.get(uri);
  if (known) return known;
  const folder: Folder = {
    surveys: new Map(),
    ofSources: new Map(),
    registry: { actors: [], ignored: [] },
    matcher: undefined,
    names: undefined,
  };
  folders.set(uri, folder);
  return folder;
}

function answer(request: DiscoveryRequest): DiscoveryAnswers[DiscoveryRequest['kind']] {
  if (request.kind === 'leave') {
    folders.delete(request.folder);
    return null;
  }
  const folder = folderOf(request.folder);
  if (request.kind === 'discover') return (folder.names ??= discover(folder));
  folder.names = undefined;
  if (request.kind === 'registry') {
    folder.registry = request;
    folder.matcher = undefined;
    folder.ofSources.clear();
    return null;
  }
  folder.ofSources.delete(request.path);
  if (request.kind === 'survey')
    folder.surveys.set(request.path, surveyNames(request.text, request.passages));
  else folder.surveys.delete(request.path);
  return null;
}

function discover(folder: Folder): readonly DiscoveredName[] {
  const matcher = (folder.matcher ??= buildMatcher(folder.registry.actors));
  const sources = [...folder.surveys].map(([source, survey]) => {
    const names =
      folder.ofSources.get(source) ??
      sourceNames({ source, survey, claims: findMentions(matcher, survey.text) });
    folder.ofSources.set(source, names);
    return names;
  });
  return discoverNames(sources, folder.registry);
}

parentPort?.on('message', ({ id, content }: Numbered<DiscoveryRequest>) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  try {
    reply({ id, answer: answer(content) });
  } catch (error) {
    reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
