import { commands, Disposable, type TextDocument, workspace } from 'vscode';
import type { PreviewCitation, PreviewPassage, PreviewResult, PrintedText } from '../../protocol/references';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { passageLink } from './passage-links';

/** What the preview shows of a draft at this moment. */
export interface PreviewContent {
  readonly citations: readonly PreviewCitation[];
  readonly entries: readonly PrintedText[];
  readonly problem?: string;
  /** Whether a mark still holds: the draft is as it was, or at least what the mark speaks of. */
  readonly holds: (citation: PreviewCitation) => boolean;
}

/** The draft is asked for again when typing rests for so long; in milliseconds. */
const REST = 200;

/** A server that did not answer is asked again after so long; in milliseconds. */
const PATIENCE = 2000;

/**
 * What the preview shows of each draft that it shows. The preview asks while it renders and cannot wait: it gets what is
 * there, and is told to render again when there is something else.
 */
export class PreviewCache implements Disposable {
  readonly #server: Server;
  readonly #results = new Map<string, PreviewResult>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #shown = new Set<string>();
  /** Asked for, and the answer is on its way; true where the draft has changed since. */
  readonly #asked = new Map<string, boolean>();
  readonly #subscription: Disposable;

  constructor(server: Server, health: HealthWatch) {
    this.#server = server;
    this.#subscription = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#ask(document.uri.toString());
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        setTimeout(() => {
          this.#forget(uri.toString());
        });
      }),
      workspace.onDidChangeConfiguration((change) => {
        const named = ['citationStyle', 'citationLocale'];
        if (named.some((name) => change.affectsConfiguration(`sourcewright.${name}`))) this.#askAll();
      }),
      health.onDidChange(() => {
        this.#askAll();
      }),
    );
  }

  /** Undefined for what is no draft, or not known yet: then the preview is rendered again in a moment. */
  contentOf(uri: string): PreviewContent | undefined {
    const result = this.#results.get(uri);
    if (!this.#shown.has(uri)) {
      this.#shown.add(uri);
      this.#ask(uri, 0);
    }
    if (!result) return undefined;
    const document = documentOf(uri);
    const text = document?.version === result.version ? undefined : (document?.getText() ?? '');
    return { ...result, holds: ({ judged }) => text === undefined || text.includes(judged) };
  }

  /** Of an open draft with this text, which has `\n` between its lines. */
  contentOfText(text: string): PreviewContent | undefined {
    for (const uri of this.#results.keys())
      if (documentOf(uri)?.getText().replace(/\r\n?/g, '\n') === text) return this.contentOf(uri);
    return undefined;
  }

  /** In the texts of sources that are none themselves: what the preview has links of ours to. */
  get passages(): readonly PreviewPassage[] {
    return [...this.#results.values()].flatMap(({ citations }) =>
      citations.flatMap(({ passage }) => passage ?? []),
    );
  }

  dispose() {
    this.#subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** VS Code closes a document and opens it again where only its language is another. */
  #forget(uri: string) {
    if (documentOf(uri)) {
      this.#ask(uri);
      return;
    }
    this.#shown.delete(uri);
    this.#results.delete(uri);
  }

  #askAll() {
    for (const uri of this.#shown) this.#ask(uri);
  }

  #ask(uri: string, delay = REST) {
    if (!this.#shown.has(uri)) return;
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.#updateInTurn(uri), delay),
    );
  }

  /** A long draft takes longer to print than a person pauses: never more than one question is under way. */
  async #updateInTurn(uri: string) {
    const isAsked = this.#asked.has(uri);
    this.#asked.set(uri, isAsked);
    if (isAsked) return;
    try {
      await this.#update(uri);
    } finally {
      const hasChanged = this.#asked.get(uri);
      this.#asked.delete(uri);
      if (hasChanged) this.#ask(uri, 0);
    }
  }

  async #update(uri: string) {
    const known = await this.#server.preview({ draft: uri }).catch(() => undefined);
    if (!this.#shown.has(uri)) return;
    if (known === undefined) {
      // No answer says nothing of the draft: what is shown stays, and what it speaks of is compared with the text.
      this.#ask(uri, PATIENCE);
      return;
    }
    const result = known && withLinks(known);
    const before = this.#results.get(uri);
    if (result) this.#results.set(uri, result);
    else this.#results.delete(uri);
    if (shownOf(before) !== shownOf(result)) void commands.executeCommand('markdown.preview.refresh');
  }
}

/** Links of ours stand where the preview itself could only lead to a file. */
const withLinks = (result: PreviewResult): PreviewResult => ({
  ...result,
  citations: result.citations.map((citation) => {
    const href = citation.passage && passageLink(citation.passage);
    return href === undefined ? citation : { ...citation, href };
  }),
});

/** What can be seen of a result. The preview loses its place for a moment when it is told to render, so never for nothing. */
const shownOf = (result: PreviewResult | null | undefined): string =>
  result
    ? JSON.stringify({
        ...result,
        version: 0,
        citations: result.citations.map((one) => ({ ...one, line: 0 })),
      })
    : '';

const documentOf = (uri: string): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri);
