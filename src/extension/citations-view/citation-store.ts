import { type Disposable, EventEmitter, Uri } from 'vscode';
import type { CitationsResult, DraftCitations } from '../../protocol/cited';
import type { DocumentRoles } from '../document-roles';
import type { HealthWatch } from '../health-watch';
import type { Server } from '../server';
import { type ListedCitation, listCitations, seenOf } from './group-citations';
import { OvertakingQuestions } from './overtaking-questions';

/** Whose citations are shown. */
export type Scope = 'active' | 'all';

/** Why there is nothing to show: decides which welcome text stands there. */
export type CitationsState = 'loading' | 'no-draft' | 'filled' | 'stopped';

/** The citations of the active draft or of all, as the server told them last. */
export class CitationStore implements Disposable {
  readonly #server: Server;
  readonly #health: HealthWatch;
  readonly #roles: DocumentRoles;
  readonly #changed = new EventEmitter<void>();
  #scope: Scope;
  #drafts: readonly DraftCitations[] = [];
  #listed: readonly ListedCitation[] = [];
  #unread: readonly string[] = [];
  #state: CitationsState = 'loading';
  readonly #questions = new OvertakingQuestions();
  /** Something that a person sees is other than before. Where a citation stands is kept true without it. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, health: HealthWatch, roles: DocumentRoles, scope: Scope) {
    this.#server = server;
    this.#health = health;
    this.#roles = roles;
    this.#scope = scope;
  }

  get scope(): Scope {
    return this.#scope;
  }

  get state(): CitationsState {
    return this.#state;
  }

  get citations(): readonly ListedCitation[] {
    return this.#listed;
  }

  /** Citations that are only counted. */
  get left(): number {
    return this.#drafts.reduce((sum, { total, citations }) => sum + total - citations.length, 0);
  }

  get unread(): readonly string[] {
    return this.#unread;
  }

  /** The only draft that is shown. */
  get draftName(): string | undefined {
    return this.#scope === 'active' ? this.#drafts[0]?.name : undefined;
  }

  versionOf(draft: string): number | null | undefined {
    return this.#drafts.find(({ uri }) => uri === draft)?.version;
  }

  async setScope(scope: Scope): Promise<void> {
    this.#scope = scope;
    await this.refresh();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Asks anew, of all drafts, only of the one that was changed: the others are as they were. */
  async refresh(changed?: Uri): Promise<void> {
    const draft = changed?.toString();
    const known = this.#drafts.find(({ uri }) => sameUri(uri, draft));
    const isOther =
      this.#scope === 'active' && draft !== undefined && draft !== this.#roles.lastDraft?.toString();
    if (isOther) return;
    const found = await this.#questions.ask(this.#scope === 'all' ? known?.uri : undefined, (due) =>
      due === 'all' ? this.#ask() : this.#anew([...due]),
    );
    if (found) this.#take(found);
  }

  /** What is shown, with some drafts asked for again. */
  async #anew(uris: readonly string[]): Promise<Found> {
    const fresh = new Map<string, readonly DraftCitations[]>();
    const asked = uris.map(async (uri) => [uri, await this.#askFor(uri)] as const);
    for (const [uri, one] of await Promise.all(asked)) {
      if (typeof one === 'string') return { state: one };
      fresh.set(uri, one.drafts);
    }
    const drafts = this.#drafts.flatMap((before) => fresh.get(before.uri) ?? before);
    return { state: 'filled', drafts, unread: this.#unread };
  }

  async #ask(): Promise<Found> {
    const { lastDraft } = this.#roles;
    const folders = this.#health.folders;
    if (!folders) return { state: 'loading' };
    if (this.#scope === 'active') {
      if (!lastDraft) return { state: 'no-draft' };
      const one = await this.#askFor(lastDraft.toString());
      return typeof one === 'string'
        ? { state: one }
        : { ...one, state: one.drafts.length > 0 ? 'filled' : 'no-draft' };
    }
    const all = await Promise.all(
      folders.map(({ folder }) =>
        this.#server.citations({ folder }).then(orLoading, () => 'stopped' as const),
      ),
    );
    const failed = all.find((one) => typeof one === 'string');
    if (failed !== undefined) return { state: failed };
    const results = all.filter((one) => typeof one !== 'string');
    return {
      state: 'filled',
      drafts: results.flatMap(({ drafts }) => drafts),
      unread: results.flatMap(({ unread }) => unread),
    };
  }

  async #askFor(draft: string): Promise<CitationsResult | 'loading' | 'stopped' | 'no-draft'> {
    const folder = this.#health.folderOf(Uri.parse(draft))?.folder;
    if (folder === undefined) return 'no-draft';
    return this.#server.citations({ folder, draft }).then(orLoading, () => 'stopped' as const);
  }

  #take(found: Found): void {
    // What was found before stands on while sources are read again.
    if (found.state === 'loading' && this.#drafts.length > 0) return;
    const before = this.#seen();
    this.#state = found.state;
    this.#drafts = found.drafts ?? [];
    this.#unread = found.unread ?? [];
    this.#listed = listCitations(this.#drafts);
    if (this.#seen() !== before) this.#changed.fire();
  }

  /** All that a person sees. */
  #seen(): string {
    return JSON.stringify([this.#state, this.draftName, this.left, this.#unread, seenOf(this.#listed)]);
  }
}

interface Found {
  readonly state: CitationsState;
  readonly drafts?: readonly DraftCitations[];
  readonly unread?: readonly string[];
}

const orLoading = (result: CitationsResult): CitationsResult | 'loading' =>
  result.complete ? result : 'loading';

const sameUri = (a: string, b: string | undefined): boolean =>
  b !== undefined && Uri.parse(a).toString() === b;
