import type { ReviewDecision, ReviewEntry } from '../../protocol/review';
import type { FromReviewPage, ToReviewPage } from '../../protocol/review-page';
import { actionOf, disable, type Action } from './actions';
import { card, nameOf, verdictOf, writtenCitation } from './card';
import { format, make } from '../dom';
import { frame, type Frame } from './frame';
import { Notes, unkeptNotes, type Note } from './notes';
import { readState, type PageState } from './page-state';
import { added, kept, unkept, without, withPending, type Pending } from './pending';
import {
  isComplete,
  isOpen,
  nextOpen,
  passes,
  placeIn,
  stateOf,
  step,
  type Entries,
  type Filter,
} from './walk';

/** What VS Code gives to a web view's page. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromReviewPage): void;
  getState(): unknown;
  setState(state: PageState): void;
};

type Told = Extract<ToReviewPage, { type: 'review' }>;

const vscode = acquireVsCodeApi();
const root = document.getElementById('page') ?? document.body;
let state = readState(vscode.getState());
let told: Told | undefined;
let pending: Pending = new Map();
let parts: Frame | undefined;
let drawn = '';
let notes: Notes | undefined;
/** Those of an earlier page. */
const left: Note[] = [...(state.notes ?? [])];
let waiting: readonly Note[] = [];
/** Decided with, and nothing was heard of it yet. */
const sent: (Note & { readonly version: number })[] = [];
/** Why the last decision was refused: it stays to be read until the next one. */
let refusal = '';
/** The last that had all: while sources are read, nothing is told of the citations. */
let complete: Told | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToReviewPage>) => {
  receive(data);
});
document.addEventListener('keydown', (event) => {
  const action = actionOf(event);
  if (!action || parts?.actions.inert !== false) return;
  event.preventDefault();
  run(action);
});
vscode.postMessage({ type: 'ready' });

function receive(message: ToReviewPage): void {
  switch (message.type) {
    case 'review':
      take(message);
      return;
    case 'decided':
      settle(message);
      return;
    case 'waiting':
      if (!parts) showAlone('status', message.message);
      return;
    case 'focus':
      parts?.main.focus();
      return;
    case 'failed':
      if (parts) parts.warn(message.message);
      else showAlone('alert', message.message);
  }
}

const showAlone = (role: 'status' | 'alert', text: string): void => {
  root.replaceChildren(make('main', {}, make('p', { role }, text)));
};

function take(message: Told): void {
  told = message;
  if (isComplete(message.review)) takeEntries(message);
  else if (state.draft !== message.draft) {
    state = { draft: message.draft, filter: state.filter, notes: state.notes ?? [] };
    vscode.setState(state);
  }
  const isFirst = !parts;
  parts ??= frame(root, message.texts, { run, choose });
  notes ??= notesIn(parts, message);
  parts.warn(message.review.problem ?? refusal);
  draw();
  if (isFirst) {
    parts.main.focus();
    parts.say(position());
  }
  if (isComplete(message.review))
    for (const note of unkeptNotes(left.splice(0), message.review.entries)) notes.ask(note);
}

function takeEntries(message: Told): void {
  const before = complete;
  const { entries, version } = message.review;
  // What was decided of an older text and not kept yet will be refused.
  const isEdited = before !== undefined && before.review.version !== version;
  pending = isEdited ? new Map() : unkept(pending);
  const own = state.draft === message.draft ? state.citation : undefined;
  remember({ draft: message.draft, citation: placeIn(entries, own, before?.review.entries, message.left) });
  complete = message;
}

function settle({ citation, version, problem }: Extract<ToReviewPage, { type: 'decided' }>): void {
  pending = problem === undefined ? kept(pending, citation) : without(pending, citation);
  const own = sent.findIndex((one) => one.about.citation === citation && one.version === version);
  const [note] = own < 0 ? [] : sent.splice(own, 1);
  rememberNotes();
  if (problem === undefined) return;
  if (told?.review.version === version) remember({ citation });
  draw();
  refusal = problem;
  parts?.warn(problem);
  if (note && note.text !== '') notes?.ask(note);
}

function run(action: Action): void {
  const entry = current();
  if (!entry) return;
  switch (action) {
    case 'accept':
      decide('accepted', entry);
      return;
    case 'query':
      askNote('queried', entry);
      return;
    case 'reject':
      askNote('rejected', entry);
      return;
    case 'takeBack':
      if (entry.state !== 'undecided') decide(null, entry);
      return;
    case 'previous':
      goTo(step(entries(), state.filter, entry.citation, -1));
      return;
    case 'next':
      goTo(step(entries(), state.filter, entry.citation, 1));
      return;
    case 'nextOpen':
      goTo(nextOpen(entries(), entry.citation));
      return;
    case 'openDraft':
    case 'enterDraft':
      open('draft', action === 'enterDraft');
      return;
    case 'openSource':
    case 'enterSource':
      open('source', action === 'enterSource');
  }
}

function decide(decision: ReviewDecision | null, entry: ReviewEntry, note?: string): void {
  if (!told) return;
  const { citation, seen } = entry;
  const said = note === undefined || note === '' ? {} : { note };
  pending = added(pending, citation, { decision, ...said });
  if (decision === 'queried' || decision === 'rejected')
    sent.push({ decision, text: note ?? '', about: entry, version: told.review.version });
  rememberNotes();
  vscode.postMessage({ type: 'decide', version: told.review.version, citation, seen, decision, ...said });
  const { texts } = told;
  const what = format(
    texts.said,
    nameOf(entry),
    decision === null ? texts.takenBack : texts.states[decision],
  );
  forgetRefusal();
  const next = decision === null ? undefined : nextOpen(entries(), citation);
  const isDone = decision !== null && next === undefined;
  goTo(next ?? citation, isDone ? `${what} ${texts.allDecided}` : what);
}

function askNote(decision: Note['decision'], about: ReviewEntry): void {
  notes?.ask({ decision, text: about.note ?? '', about });
}

/** What was written comes back where it was not kept, also in a page that was hidden meanwhile. */
function notesIn(parts: Frame, { texts }: Told): Notes {
  return new Notes({
    parts,
    texts,
    entries,
    goTo,
    decide: ({ decision, text }, entry) => {
      decide(decision, entry, text);
    },
    isOutdated: () => {
      refusal = texts.noteOutdated;
      parts.warn(refusal);
    },
    isLeft: forgetRefusal,
    changed: (now) => {
      waiting = now;
      rememberNotes();
    },
  });
}

function forgetRefusal(): void {
  refusal = '';
  parts?.warn(told?.review.problem ?? '');
}

function choose(filter: Filter): void {
  remember({ filter });
  const entry = current();
  const all = entries();
  if (entry && !passes(filter, entry))
    goTo(step(all, filter, entry.citation, 1) ?? step(all, filter, entry.citation, -1));
  else draw();
}

/** Shows a citation, and says which; where there is none to go to, only what was said. */
function goTo(citation: number | undefined, said = ''): void {
  if (citation !== undefined) {
    remember({ citation });
    vscode.postMessage({ type: 'at', citation });
  }
  draw();
  if (citation !== undefined && parts) parts.main.scrollTop = 0;
  parts?.say(`${said} ${progress()} ${position()}`.trim());
}

function open(side: 'draft' | 'source', enter: boolean): void {
  const entry = current();
  if (!entry) return;
  const { citation } = entry;
  const why = side === 'source' ? noSource(entry) : undefined;
  if (why !== undefined) parts?.say(why);
  else vscode.postMessage({ type: 'open', side, citation, enter });
}

/** Why no source can be opened; undefined where one can. */
const noSource = ({ place, noPassage }: ReviewEntry): string | undefined =>
  !told || place
    ? undefined
    : [told.texts.noSource, noPassage && told.texts.noPassage[noPassage]].filter(Boolean).join(' ');

function remember(next: Partial<PageState>): void {
  state = { ...state, ...next };
  vscode.setState(state);
}

/** All that would be lost if the page went now. */
function rememberNotes(): void {
  remember({ notes: [...left, ...waiting, ...sent] });
}

const entries = (): Entries => (told ? withPending(told.review.entries, pending) : []);

const current = (): ReviewEntry | undefined => entries()[state.citation ?? 0];

function progress(): string {
  const all = entries();
  return told ? `${format(told.texts.progress, all.filter((one) => !isOpen(one)).length, all.length)}.` : '';
}

function position(): string {
  const entry = current();
  if (!entry || !told) return '';
  const { texts } = told;
  const words = [writtenCitation(entry), verdictOf(entry, texts), texts.states[stateOf(entry)]];
  return `${format(texts.position, entry.citation + 1, entries().length)}: ${words.filter(Boolean).join(', ')}`;
}

function draw(): void {
  if (!parts || !told) return;
  const { texts, name, review } = told;
  const all = entries();
  const entry = current();
  parts.drawHead(name, all, state.filter, review.dropped);
  const isShown = entry && all.some((one) => passes(state.filter, one));
  // What is the same is not drawn again: whoever has selected words in it keeps them.
  const now = JSON.stringify([isShown, entry, all.length]);
  if (now === drawn) return;
  drawn = now;
  const empty = all.length === 0 ? texts.none : texts.nothingMatches;
  disable(parts.actions, 'openSource', entry && noSource(entry));
  parts.main.replaceChildren(
    ...(entry && isShown
      ? card(entry, all.length, texts)
      : [make('h2', { id: 'citation', class: 'note' }, review.problem === undefined ? empty : name)]),
  );
}
