import type { ReviewEntry } from '../../protocol/review';
import type { ReviewTexts } from '../../protocol/review-page';
import type { Frame } from './frame';
import { noteForm } from './note-form';
import { movedTo, sameAs, type Entries } from './walk';

/** A note that is written, or was written and not kept yet. */
export interface Note {
  readonly decision: 'queried' | 'rejected';
  readonly text: string;
  /** The citation as it was when the note was begun. */
  readonly about: ReviewEntry;
}

interface Desk {
  readonly parts: Frame;
  readonly texts: ReviewTexts;
  readonly entries: () => Entries;
  readonly decide: (note: Note, entry: ReviewEntry) => void;
  readonly goTo: (citation: number) => void;
  /** What a note is on has changed while it was written. */
  readonly isOutdated: () => void;
  readonly isLeft: () => void;
  /** Others are waiting, or say something else. */
  readonly changed: (waiting: readonly Note[]) => void;
}

/** Asks for notes, one after the other: each is on the citation that it was begun on, wherever that stands by then. */
export class Notes {
  readonly #desk: Desk;
  #waiting: readonly Note[] = [];
  #isAsking = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  ask(note: Note): void {
    this.#wait([...this.#waiting, note]);
    if (!this.#isAsking) this.#askNext();
  }

  #wait(waiting: readonly Note[]): void {
    this.#waiting = waiting;
    this.#desk.changed(waiting);
  }

  #askNext(): void {
    const { parts, texts } = this.#desk;
    const note = this.#waiting[0];
    if (!note) return;
    this.#isAsking = true;
    const had = document.activeElement;
    const close = () => {
      parts.note.replaceChildren();
      parts.actions.inert = false;
      (had instanceof HTMLElement && had.isConnected && had !== document.body ? had : parts.main).focus();
      this.#isAsking = false;
      this.#wait(this.#waiting.slice(1));
    };
    const write = (text: string) => {
      this.#wait(this.#waiting.map((one, at) => (at === 0 ? { ...one, text } : one)));
    };
    const form = noteForm(texts, note, {
      write,
      leave: () => {
        close();
        this.#desk.isLeft();
        this.#askNext();
      },
      keep: (text) => {
        this.#keep({ ...note, ...this.#waiting[0], text }, close);
      },
    });
    parts.note.replaceChildren(form);
    parts.actions.inert = true;
    form.querySelector('textarea')?.focus();
  }

  #keep(note: Note, close: () => void): void {
    const { entries, decide, goTo, isOutdated } = this.#desk;
    const now = sameAs(note.about, entries());
    if (now) {
      close();
      decide(note, now);
      this.#askNext();
      return;
    }
    // Its words are others than they were: whoever keeps the note of these has to say so once more.
    const moved = entries()[movedTo(note.about, entries())];
    if (!moved) return;
    this.#wait([{ ...note, about: moved }, ...this.#waiting.slice(1)]);
    goTo(moved.citation);
    isOutdated();
  }
}

/** Of notes that an earlier page left, those that are in no decision. */
export const unkeptNotes = (notes: readonly Note[], entries: Entries): Note[] =>
  notes.filter(
    ({ about, decision, text }) =>
      !entries.some((one) => one.key === about.key && one.decision === decision && one.note === text.trim()),
  );
