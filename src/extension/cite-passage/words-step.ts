import { l10n, QuickInputButtons, type QuickPickItem, window } from 'vscode';
import type { PassageRow, Range, Sentence } from '../../protocol/index';
import { describeForms, formButtons, type Forms } from '../citation-forms';
import { plainLabel } from '../plain-label';
import type { PreviewTarget } from '../preview';
import { quotedRanges } from './quoted-ranges';
import type { ChosenRow } from './search-step';

export interface ChosenWords extends Forms {
  readonly quoted: readonly Range[];
  /** The list stays open until then, so that no keystroke falls into the draft before the words are there. */
  readonly close: () => void;
}

interface SentenceItem extends QuickPickItem {
  readonly sentence: Sentence;
}

/** Lets a person take the whole passage or some of its sentences, and change the form. Undefined: cancelled. */
export function chooseWords(
  { row, again }: ChosenRow,
  sentences: readonly Sentence[],
  defaults: Forms,
  preview: (target: PreviewTarget) => void,
): Promise<ChosenWords | 'back' | undefined> {
  const pick = window.createQuickPick<SentenceItem>();
  let forms = defaults;
  let buttons = formButtons(forms);
  const chosen = () => new Set(pick.selectedItems.map(({ sentence }) => sentence));
  const nothingToInsert = () => chosen().size === 0 && forms.form !== 'reference';
  const showForms = () => {
    buttons = formButtons(forms);
    pick.buttons = [QuickInputButtons.Back, ...buttons];
    showChoice();
  };
  const showChoice = () => {
    const state = nothingToInsert() ? l10n.t('choose at least one sentence') : describeForms(forms);
    pick.title = `${row.reference}: ${state}`;
    const reveal = pick.activeItems[0]?.sentence.range ?? row.range;
    preview({ uri: row.uri, reveal, highlight: highlighted(row, sentences, chosen()), centre: false });
  };
  pick.placeholder = l10n.t('Sentences to quote');
  pick.canSelectMany = true;
  pick.items = sentences.map((sentence) => ({ sentence, label: plainLabel(sentence.text) }));
  pick.selectedItems = pick.items;

  return new Promise((resolve) => {
    const close = () => {
      pick.dispose();
    };
    pick.onDidChangeActive(showChoice);
    pick.onDidChangeSelection(showChoice);
    pick.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) resolve('back');
      forms = buttons.find((each) => each === button)?.next ?? forms;
      showForms();
    });
    const accept = () => {
      if (!nothingToInsert()) resolve({ ...forms, quoted: quotedRanges(sentences, chosen()), close });
    };
    pick.onDidAccept(accept);
    void again.then(accept);
    pick.onDidHide(() => {
      resolve(undefined);
      close();
    });
    showForms();
    pick.show();
  });
}

function highlighted(row: PassageRow, sentences: readonly Sentence[], chosen: ReadonlySet<Sentence>) {
  return chosen.size === sentences.length ? [row.range] : quotedRanges(sentences, chosen);
}
