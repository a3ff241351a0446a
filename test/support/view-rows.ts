import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The first row of a view that has these words. */
export const rowOf = (window: Workbench, view: string, text: string | RegExp): Locator =>
  window.rowsOf(view).filter({ hasText: text }).first();

/** What a screen reader says of each row that is on the screen. */
export const labelsOf = (window: Workbench, view: string): Promise<string[]> =>
  window.rowsOf(view).evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label') ?? ''));

/** Chooses an entry of a view's own menu. */
export async function chooseInMenu(window: Workbench, view: string, title: string): Promise<void> {
  await window.view(view).locator('.pane-header').hover();
  await window
    .view(view)
    .getByRole('button', { name: /More Actions/ })
    .click();
  const item = window.page.getByRole('menuitem', { name: title });
  await item.hover();
  await item
    .and(window.page.locator('.focused, .focused *'))
    .or(window.page.locator('.action-item.focused', { hasText: title }))
    .first()
    .waitFor();
  await window.press('Enter'); // a menu passes over a click that comes at once
}
