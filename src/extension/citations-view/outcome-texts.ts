import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { CitationOutcome } from '../../protocol/cited';

/** As a group is named. */
export function outcomeTitle(outcome: CitationOutcome): string {
  switch (outcome) {
    case 'verbatim':
      return l10n.t('Verbatim');
    case 'typographic':
      return l10n.t('Typographic');
    case 'editorial':
      return l10n.t('Editorial');
    case 'altered':
      return l10n.t('Altered');
    case 'elsewhere':
      return l10n.t('Elsewhere');
    case 'missing':
      return l10n.t('Missing');
    case 'unresolved':
      return l10n.t('Unresolved');
    case 'unchecked':
      return l10n.t('Not Checked');
    case 'unquoted':
      return l10n.t('Nothing Quoted');
  }
}

/** In a sentence, for a tooltip. */
export function outcomeSentence(outcome: CitationOutcome): string {
  switch (outcome) {
    case 'verbatim':
      return l10n.t('The quotation is in the source, character for character.');
    case 'typographic':
      return l10n.t('The quotation is in the source; only typography differs.');
    case 'editorial':
      return l10n.t('The quotation is in the source, with marked omissions or additions.');
    case 'altered':
      return l10n.t('The quotation differs from the source without a mark.');
    case 'elsewhere':
      return l10n.t('The words stand in another place than the one cited.');
    case 'missing':
      return l10n.t('The words stand in none of the sources.');
    case 'unresolved':
      return l10n.t('The source or the place is not known, or two places fit.');
    case 'unchecked':
      return l10n.t('This could not be checked.');
    case 'unquoted':
      return l10n.t('The citation quotes nothing: only a person can say whether the source says it.');
  }
}

export function outcomeIcon(outcome: CitationOutcome): ThemeIcon {
  switch (outcome) {
    case 'verbatim':
    case 'typographic':
    case 'editorial':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'altered':
    case 'missing':
    case 'unresolved':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'elsewhere':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'unchecked':
      return new ThemeIcon('question');
    case 'unquoted':
      return new ThemeIcon('mention');
  }
}
