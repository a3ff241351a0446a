import { l10n, type QuickInputButton, ThemeIcon, type Uri, workspace } from 'vscode';
import type { QuotationForm, ReferenceForm } from '../protocol/index';

/** How a passage enters the draft. */
export interface Forms {
  readonly form: QuotationForm;
  readonly reference: ReferenceForm;
}

export function formsFromSettings(draft: Uri): Forms {
  const settings = workspace.getConfiguration('sourcewright.cite', draft);
  return {
    form: settings.get<QuotationForm>('form', 'block'),
    reference: settings.get<ReferenceForm>('reference', 'bracket'),
  };
}

/** `block quote, reference in brackets` */
export function describeForms({ form, reference }: Forms): string {
  const where = reference === 'bracket' ? l10n.t('in brackets') : l10n.t('in a footnote');
  if (form === 'reference') return l10n.t('reference alone, {0}', where);
  const what = form === 'block' ? l10n.t('block quote') : l10n.t('inline quotation');
  return l10n.t('{0}, reference {1}', what, where);
}

interface FormButton extends QuickInputButton {
  /** What the forms are after the button was pressed. */
  readonly next: Forms;
}

/** Two buttons, each with the icon of what is chosen and the name of what a click changes it to. */
export function formButtons(forms: Forms): readonly FormButton[] {
  const next = { form: nextForm[forms.form], reference: nextReference[forms.reference] };
  const change = (forms: Forms) => l10n.t('Change to: {0}', describeForms(forms));
  const withForm = { ...forms, form: next.form };
  const withReference = { ...forms, reference: next.reference };
  return [
    { iconPath: formIcon[forms.form], tooltip: change(withForm), next: withForm },
    { iconPath: referenceIcon[forms.reference], tooltip: change(withReference), next: withReference },
  ];
}

const nextForm = { block: 'inline', inline: 'reference', reference: 'block' } as const;
const nextReference = { bracket: 'footnote', footnote: 'bracket' } as const;

const formIcon = {
  block: new ThemeIcon('quote'),
  inline: new ThemeIcon('whole-word'),
  reference: new ThemeIcon('mention'),
};
const referenceIcon = { bracket: new ThemeIcon('symbol-array'), footnote: new ThemeIcon('note') };
