import { execFileSync, spawnSync } from 'node:child_process';

/** Whether pandoc can be run. Where it cannot, what needs it is skipped, and this says so. */
export function hasPandoc(): boolean {
  const found = spawnSync('pandoc', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!found)
    console.log('SKIPPED: pandoc is not installed, so nothing is compared with it (apt install pandoc).');
  return found;
}

/** What pandoc prints of a draft, as its JSON. */
export function pandocJson(cwd: string, args: readonly string[]): PandocDocument {
  const printed = execFileSync('pandoc', [...args, '--to', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(printed) as PandocDocument;
}

interface PandocNode {
  readonly t: string;
  readonly c?: unknown;
}

interface PandocDocument {
  readonly blocks: readonly PandocNode[];
}

/** The paragraphs of references in document order of pandoc's, as plain text. */
export function pandocReferences({ blocks }: PandocDocument): string[] {
  const refs = blocks.find((block) => block.t === 'Div' && (block.c as [[string]])[0][0] === 'refs');
  const entries = refs ? (refs.c as [unknown, PandocNode[]])[1] : [];
  return entries.map((entry) => words(entry));
}

/** Each citation's words in order: of one in a note, those of the note. */
export function pandocCitations({ blocks }: PandocDocument): string[] {
  const found: string[] = [];
  visit(blocks, (node) => {
    if (node.t !== 'Cite') return;
    const [, inlines] = node.c as [unknown, PandocNode[]];
    found.push(words(inlines));
  });
  return found;
}

function visit(value: unknown, each: (node: PandocNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each);
  else if (typeof value === 'object' && value !== null && 't' in value) {
    const node = value as PandocNode;
    each(node);
    visit(node.c, each);
  }
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { t, c } = value as PandocNode;
  if (t === 'Str') return c as string;
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Quoted') {
    const [kind, inner] = c as [PandocNode, unknown];
    return kind.t === 'DoubleQuote' ? `“${words(inner)}”` : `‘${words(inner)}’`;
  }
  if (t === 'Link' || t === 'Span' || t === 'Div') return words((c as unknown[])[1]);
  return t === 'Note' ? ` ${words(c)}` : words(c);
}
