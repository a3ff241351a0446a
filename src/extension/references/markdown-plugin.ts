import { l10n, type Uri } from 'vscode';
import type { PreviewContent } from './preview-cache';
import { citationHtml, escapeHtml, problemHtml, referencesHtml } from './preview-html';
import { WrittenCitations } from './written-citations';

/** What is used of markdown-it, which VS Code brings along: https://markdown-it.github.io/markdown-it/ */
interface Token {
  readonly type: string;
  readonly map: readonly [number, number] | null;
  readonly children: Token[] | null;
  content: string;
  meta: unknown;
}

interface CoreState {
  readonly src: string;
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
}

interface InlineState {
  readonly src: string;
  pos: number;
  /** The children of the inline token that is being read. */
  readonly tokens: Token[];
  push(type: string, tag: string, nesting: number): Token;
}

type RenderRule = (tokens: readonly Token[], index: number, options: unknown, env: unknown) => string;

export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      before(name: string, own: string, rule: (state: CoreState) => void): void;
      push(own: string, rule: (state: CoreState) => void): void;
    };
  };
  readonly inline: {
    readonly ruler: {
      before(name: string, own: string, rule: (state: InlineState, silent: boolean) => boolean): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}

/** The citations of the reading, and where the block being read begins. */
interface Waiting {
  readonly citations: WrittenCitations;
  readonly line: number;
}

/** What the preview knows of drafts at this moment. */
export interface PreviewKnowledge {
  contentOf(uri: string): PreviewContent | undefined;
  /** Of a draft with this text: VS Code does not say which document it has read, only which it prints. */
  contentOfText(text: string): PreviewContent | undefined;
}

/**
 * Has citations printed in Markdown's preview. It runs while the preview is read and printed, and asks nobody. While it is
 * read, the text alone tells where citations stand; what is printed of them is the printed document's.
 */
export function printCitations(markdown: MarkdownIt, known: PreviewKnowledge): MarkdownIt {
  const waiting = new WeakMap<Token[], Waiting>();
  const { core, inline, renderer } = markdown;
  core.ruler.before('inline', 'sourcewright_prepare', ({ src, tokens }) => {
    const content = known.contentOfText(src);
    if (!content || content.citations.length === 0) return;
    const citations = new WrittenCitations(content.citations);
    for (const { children, map } of tokens)
      if (children) waiting.set(children, { citations, line: map?.[0] ?? 0 });
  });
  // Before `link`, which a bracket with a parenthesis behind it would be; escapes and code are read before.
  inline.ruler.before('link', 'sourcewright_citation', (state, silent) => {
    const here = waiting.get(state.tokens);
    const found = here?.citations.at(state.src, state.pos, here.line);
    if (!found) return false;
    if (!silent) {
      here?.citations.take(found.one);
      const token = state.push('sourcewright_citation', '', 0);
      token.content = found.one.citation.written;
      token.meta = found.one.at;
    }
    state.pos += found.length;
    return true;
  });
  core.ruler.push('sourcewright_references', ({ tokens, Token }) => {
    tokens.push(new Token('sourcewright_references', '', 0));
  });
  renderer.rules['sourcewright_citation'] = (tokens, index, _, env) => {
    const { content: written = '', meta } = tokens[index] ?? {};
    const content = contentIn(env, known);
    const citation = content?.citations[meta as number];
    return content && citation?.written === written
      ? citationHtml(citation, content.holds(citation), previewWords())
      : escapeHtml(written);
  };
  renderer.rules['sourcewright_references'] = (_tokens, _index, _, env) => {
    const { citations = [], entries = [], problem } = contentIn(env, known) ?? {};
    if (citations.length === 0) return '';
    return problem === undefined ? referencesHtml(citations, entries, previewWords()) : problemHtml(problem);
  };
  return markdown;
}

const previewWords = () => ({ beingChecked: l10n.t('Being checked'), references: l10n.t('References') });

function contentIn(env: unknown, known: PreviewKnowledge): PreviewContent | undefined {
  const document = (env as { readonly currentDocument?: Uri } | undefined)?.currentDocument;
  return document && known.contentOf(document.toString());
}
