import { nameKey, readActors } from '#corpus-index';
import { BROKEN, guarded, type RegistryChange } from './registry-change';
import { addToTop } from './top-level';
import { flowText, openYaml } from './yaml-edits';

/** Adds a name to those that are no actors, under `ignored:`. A bare list of records comes under `actors:` for it. */
export function ignoreName(text: string, name: string): RegistryChange {
  const opened = openYaml(text);
  if (!opened) return { problem: BROKEN };
  if (readActors(text).ignored.some((one) => nameKey(one) === nameKey(name))) return { edits: [] };
  return guarded(text, addToTop(text, opened.top, 'ignored', flowText(name)), ({ actors, ignored }) => ({
    actors,
    ignored: [...ignored, name],
  }));
}
