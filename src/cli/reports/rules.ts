import diagnostics from '../../../docs/diagnostics.md';

/** A problem code as docs/diagnostics.md explains it. */
export interface Rule {
  readonly code: string;
  /** `unknown-source` as `UnknownSource`. */
  readonly name: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** What is wrong and what to do: Markdown, and the same without markup. */
  readonly markdown: string;
  readonly text: string;
}

const HEADING = /^### (\S+)\n/m;
const LEVEL = /^\*(Error|Warning|Information|Hint)(?:\*|\.\*)/;
const LEVELS = { Error: 'error', Warning: 'warning', Information: 'information', Hint: 'hint' } as const;

/** One rule for each heading of a code, in the order of the page. */
export function rulesFrom(page: string): Rule[] {
  const [, ...parts] = page.replace(/\r\n/g, '\n').split(HEADING);
  const rules: Rule[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const code = parts[at] ?? '';
    const markdown = (parts[at + 1] ?? '').split(/^## /m, 1)[0]?.trim() ?? '';
    const level = LEVEL.exec(markdown)?.[1] as keyof typeof LEVELS | undefined;
    const text = plain(markdown);
    rules.push({
      code,
      name: code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      severity: level ? LEVELS[level] : 'warning',
      summary: summaryOf(text),
      markdown,
      text,
    });
  }
  return rules;
}

export const RULES: readonly Rule[] = rulesFrom(diagnostics);

/** The first sentence behind the level. */
function summaryOf(text: string): string {
  const sentences = text.replace(/^(?:Error|Warning|Information|Hint)[^.]*\.\s*/, '');
  return /^.*?[.:](?=\s|$)/s.exec(sentences)?.[0].replace(/:$/, '.') ?? sentences;
}

function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
