import type { ReviewTexts } from '../../protocol/review-page';
import { make } from '../dom';

/** Asks for a note: `keep` has it, Escape and Cancel leave without. Either way the form is gone. */
export function noteForm(
  texts: ReviewTexts,
  decision: 'queried' | 'rejected',
  note: string,
  { keep, leave }: { readonly keep: (note: string) => void; readonly leave: () => void },
): HTMLElement {
  const field = make('textarea', { id: 'note', rows: 3 });
  field.value = note;
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
