import { LONGEST_NOTE, type ReviewTexts } from '../../protocol/review-page';
import { make } from '../dom';
import type { Note } from './notes';

interface Answers {
  /** The text as it is being written. */
  readonly write: (text: string) => void;
  readonly keep: (text: string) => void;
  /** Escape and Cancel. */
  readonly leave: () => void;
}

/** Asks for a note. */
export function noteForm(
  texts: ReviewTexts,
  { decision, text }: Note,
  { write, keep, leave }: Answers,
): HTMLElement {
  const field = make('textarea', { id: 'note', rows: 3, maxlength: LONGEST_NOTE });
  field.value = text;
  field.addEventListener('input', () => {
    write(field.value);
  });
  const cancel = make('button', { type: 'button' }, `${texts.cancel} `, make('kbd', {}, 'Esc'));
  cancel.addEventListener('click', leave);
  const form = make(
    'form',
    { class: 'note-form' },
    make('label', { for: 'note' }, decision === 'queried' ? texts.queryNote : texts.rejectNote),
    field,
    make(
      'div',
      { class: 'group' },
      make('button', { type: 'submit', class: 'main' }, `${texts.keepNote} `, make('kbd', {}, 'Ctrl+Enter')),
      cancel,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep(field.value.trim());
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return form;
}
