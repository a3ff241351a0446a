import { familyName } from './records/display-name';
import { words } from './text/words';
import type { SourceMetadata, SourceText } from './passages/source';

/** Words that say nothing of what a title is about: too short to tell two apart. */
const SHORTEST_TITLE_WORD = 4;

/**
 * Keys for sources that no record names, in the order given: family name or site, and year; the file's name
 * where neither is stated. Where two would get one key, a word of the title is added to each, so that a
 * citation of the old key fails loudly and never points at the newcomer.
 */
export function deriveKeys(sources: readonly SourceText[], taken: ReadonlySet<string>): string[] {
  const plain = sources.map((source) => baseKey(source.metadata) ?? fileKey(source.path));
  const titled = sources.map((source, at) => `${plain[at] ?? ''}${titleWord(source.metadata)}`);
  const isFree = (key: string, keys: readonly string[]) => !taken.has(key) && count(keys, key) === 1;
  return sources.map((source, at) => {
    const [key = '', longer = ''] = [plain[at], titled[at]];
    if (isFree(key, plain)) return key;
    if (isFree(longer, titled) && !plain.includes(longer)) return longer;
    return `${key}-${fileKey(source.path)}`;
  });
}

const count = (keys: readonly string[], key: string): number => keys.filter((other) => other === key).length;

function baseKey({ author, site, issued }: SourceMetadata): string | undefined {
  const name = author[0] === undefined ? ascii(site ?? '') : ascii(lastName(author[0]));
  return name === '' ? undefined : name + (issued?.slice(0, 4) ?? '');
}

/** Without particles: keys are short. */
const lastName = (name: string): string => familyName(name).split(/\s+/).at(-1) ?? '';

const ascii = (name: string): string =>
  words(name)
    .map((word) => word.term)
    .join('')
    .replace(/[^a-z0-9]/g, '');

function titleWord({ title }: SourceMetadata): string {
  const word = words(title ?? '').find(
    ({ term }) => term.length >= SHORTEST_TITLE_WORD && /^[a-z]+$/.test(term),
  );
  return word?.term ?? '';
}

/** The file's name without its ending, in characters that a pandoc key may have. */
function fileKey(path: string): string {
  const name = (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');
  const key = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return key === '' ? 'source' : key;
}
