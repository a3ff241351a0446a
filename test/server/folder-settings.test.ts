import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_SETTINGS, type IngestSettings } from '../../src/ingest/settings';
import { FolderSettings } from '../../src/server/folder-settings';

const withSources = (...sources: string[]): IngestSettings => ({ ...DEFAULT_SETTINGS, sources });

/** A client whose answers take a while, and what was done with them. */
function someClient() {
  const state = {
    settings: DEFAULT_SETTINGS,
    folder: { configure: (settings: IngestSettings) => (taken.push(settings.sources), Promise.resolve()) } as
      { configure: (settings: IngestSettings) => Promise<void> } | undefined,
  };
  const taken: (readonly string[])[] = [];
  const watched = new Set<readonly string[]>();
  const errors: unknown[] = [];
  const settings = new FolderSettings({
    folder: () => state.folder,
    read: async () => {
      const { settings: read } = state;
      await pause(5);
      return read;
    },
    watch: async (_, globs) => {
      await pause(5);
      watched.add(globs);
      return { dispose: () => watched.delete(globs) };
    },
    failed: (error) => errors.push(error),
  });
  return { state, taken, watched, errors, settings };
}

describe('the settings of a folder', () => {
  it('are taken in their order, with one watcher, however quickly they change', async () => {
    const { state, taken, watched, settings } = someClient();
    const all = ['a/**', 'b/**', 'c/**'].map((glob) => {
      state.settings = withSources(glob);
      return settings.configure('f');
    });
    await Promise.all(all);
    assert.deepEqual(taken.at(-1), ['c/**']);
    assert.deepEqual([...watched], [['c/**']]);
  });

  it('keep their watcher where the sources are the same', async () => {
    const { watched, settings } = someClient();
    await settings.configure('f');
    const [before] = watched;
    await settings.configure('f');
    assert.deepEqual([...watched], [before]);
  });

  it('leave no watcher where the folder was removed meanwhile', async () => {
    const { state, taken, watched, settings } = someClient();
    const turn = settings.configure('f');
    await pause(1);
    state.folder = undefined;
    settings.removed('f');
    await turn;
    assert.deepEqual([watched.size, taken.length], [0, 0]);
  });

  it('are taken although an earlier turn failed', async () => {
    const { state, taken, errors, settings } = someClient();
    const { folder } = state;
    state.folder = { configure: () => Promise.reject(new Error('no')) };
    await settings.configure('f');
    state.folder = folder;
    await settings.configure('f');
    assert.equal(errors.length, 1);
    assert.equal(taken.length, 1);
  });
});
