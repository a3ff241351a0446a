import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { parse } from 'jsonc-parser';
import { DEFAULT_SETTINGS, SEARCH_INDEX_PLACES, SETTINGS_FILE, type IngestSettings } from './settings';

/** The longest string that Node can hold has 512 MB as ASCII: a larger text could not be read, only fill the memory. */
export const MOST_MEGABYTES = 500;

/** The folder's settings as VS Code keeps them, so that the command line reads what the editor reads. */
export async function readWorkspaceSettings(root: string): Promise<IngestSettings> {
  const text = await fs.readFile(nodePath.join(root, SETTINGS_FILE), 'utf8').catch(() => '{}');
  return settingsFrom((parse(text) ?? {}) as Record<string, unknown>);
}

/** Settings out of what a person wrote: what has the wrong shape is as if it were not there. */
export function settingsFrom(values: Readonly<Record<string, unknown>>): IngestSettings {
  const sources = values['sourcewright.sources'];
  const megabytes = values['sourcewright.maximumSourceSize'];
  const place = SEARCH_INDEX_PLACES.find((one) => one === values['sourcewright.searchIndex']);
  const spelling = values['sourcewright.checks.spelling'];
  return {
    sources: isGlobList(sources) ? sources : DEFAULT_SETTINGS.sources,
    maximumSourceSize:
      typeof megabytes === 'number' && megabytes > 0
        ? Math.min(megabytes, MOST_MEGABYTES) * 1024 * 1024
        : DEFAULT_SETTINGS.maximumSourceSize,
    checksSpelling: typeof spelling === 'boolean' ? spelling : DEFAULT_SETTINGS.checksSpelling,
    searchIndex: place ?? DEFAULT_SETTINGS.searchIndex,
  };
}

const isGlobList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
