import { l10n } from 'vscode';

/** `cited 3 times in 2 drafts` */
export function usesText(citations: number, drafts: number): string {
  if (citations === 0) return l10n.t('not cited');
  if (citations === 1) return l10n.t('cited once');
  return drafts === 1
    ? l10n.t('cited {0} times in 1 draft', citations)
    : l10n.t('cited {0} times in {1} drafts', citations, drafts);
}
