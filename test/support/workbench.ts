/*
 * A VS Code window as a person has it, for the tests in test/editor/page/ (the main job), alone/ (what is timed) and desk/ (the rest)
 *
 *     describe('hovering an actor', () => {
 *       let window: Workbench;
 *       before(async () => {
 *         window = await openWorkbench({ workspace: 'examples' });
 *         await window.openFile('harbour.md');
 *         await window.ready();
 *       });
 *       after(() => window.close());
 *
 *       it('shows who it is', async () => {
 *         await window.hover('Orton', /harbour master/);
 *         await window.screenshot('hover-actor');
 *       });
 *     });
 *
 * The workspace is a copy in a temporary folder (`window.workspace`: read, write and delete files there as another
 * program would). One window serves one `describe` after the other (window/used-windows.ts), so take what a person sees
 * in a folder for granted, but not in VS Code: what it remembers of a folder by itself stays. `screenshot` makes one picture in light and one in dark; when a test fails, the window
 * is photographed into dist/shots/failed/.
 *
 *     npm test -- --only page,desk --grep "hovering an actor"
 *     VSCODE_HOST_BROWSER=system VSCODE_HOST_HEADED=1 npm test -- --only page      to look on
 *
 * Rules that keep these tests steady:
 * - Wait for what a person would wait for: `ready()` before the first keystroke (or the extension's providers are
 *   not there yet), `eventually` and `locator.waitFor` instead of pauses.
 * - Only what is on the screen exists: long files show a part, lists show some rows, long lines are folded.
 * - Before Enter in a list, wait for `focusedRow` to be the one you mean (`pick` clicks, `accept` waits): filtering
 *   lags behind typing.
 * - VS Code may undo several typings at once where only the cursor moved between them: a test of undo counts its own
 *   step alone, from a state that was saved before.
 * - In a development window VS Code keeps information messages out of sight: `notifications()` opens the list.
 */
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import { repositoryRoot } from './root';
import { photographFailure, shared } from './window/open-windows';
import type { ExtensionForm } from './window/shared-host';
import { findText, readText } from './window/text-on-screen';
import { leave, takeUsed } from './window/used-windows';
import { WorkspaceCopy, type WorkspaceFiles } from './window/workspace-copy';

export interface WorkbenchOptions {
  /** A folder to copy (relative to the repository), or files by their path: `{ 'drafts/a.md': '...' }`. */
  readonly workspace: WorkspaceFiles;
  /** Settings of the workspace. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The extension loaded from a folder, with VS Code's test hooks (`development`, and `restricted`), or the package, installed. */
  readonly extension?: ExtensionForm;
  /** Where the opening itself is looked at: never a window that other tests have used. */
  readonly fresh?: boolean;
}

/** A window on that workspace: one that other tests are done with, or a new one, with everything in its place. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { extension = 'development', fresh = false, settings = {} } = options;
  const reusable = extension === 'development' && !fresh;
  const used = reusable ? await takeUsed(options.workspace) : undefined;
  const workspace = used?.workspace ?? new WorkspaceCopy(options.workspace);
  workspace.changeSettings(settings);
  const page = used?.page ?? (await openPage(extension, workspace));
  shared().pages.add(page);
  return new Workbench(page, workspace, reusable);
}

/** In Restricted Mode without being asked. */
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

async function openPage(extension: ExtensionForm, workspace: WorkspaceCopy): Promise<Page> {
  const page = await shared().host.open(extension, {
    workspace: workspace.folder,
    settings: {
      // The theme follows what the system prefers: see `screenshot`.
      'window.autoDetectColorScheme': true,
      'workbench.preferredLightColorTheme': 'Light 2026',
      'workbench.preferredDarkColorTheme': 'Dark 2026',
      'editor.minimap.enabled': false,
      'editor.hover.delay': 100,
      ...(extension === 'restricted' ? RESTRICTED : {}),
    },
  });
  page.setDefaultTimeout(30_000);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  return page;
}

type Scheme = 'light' | 'dark';
const THEMES: Readonly<Record<Scheme, string>> = { light: 'vs', dark: 'vs-dark' };
const CONTRAST_THEMES: Readonly<Record<Scheme, string>> = { light: 'hc-light', dark: 'hc-black' };
const other = (scheme: Scheme): Scheme => (scheme === 'light' ? 'dark' : 'light');

export class Workbench {
  #scheme: Scheme = 'light';
  #highContrast = false;
  readonly page: Page;
  readonly workspace: WorkspaceCopy;
  readonly #reusable: boolean;

  constructor(page: Page, workspace: WorkspaceCopy, reusable: boolean) {
    this.page = page;
    this.workspace = workspace;
    this.#reusable = reusable;
  }

  /** Done with it: the next tests may have it. */
  async close(): Promise<void> {
    shared().pages.delete(this.page);
    if (this.#reusable && (await leave(this.page, this.workspace))) return;
    // Leaving the page first lets VS Code end the window's extension host; a closed page might come back.
    await this.page.goto('about:blank');
    await this.page.context().close();
    this.workspace.remove();
  }

  /** From now on in the themes of high contrast; pictures go to dist/shots/high-contrast-light and -dark. */
  useHighContrast(): void {
    this.#highContrast = true;
    this.workspace.changeSettings({
      'workbench.preferredLightColorTheme': 'Default High Contrast Light',
      'workbench.preferredDarkColorTheme': 'Default High Contrast',
    });
  }

  // --- The extension's state ---------------------------------------------------------------------------------

  /** Sourcewright's item in the status bar. */
  get statusItem(): Locator {
    return this.page.locator('.statusbar-item[id*="sourcewright.health"]');
  }

  /** Waits until the sources are read; gives the status bar's text. */
  async ready(): Promise<string> {
    const settled = this.statusItem.filter({ hasNot: this.page.locator('.codicon-loading') });
    try {
      await settled.waitFor();
    } catch (error) {
      // Mostly called in a `before`, whose failures mocha's own hooks do not see.
      await photographFailure('not ready');
      throw error;
    }
    return (await settled.innerText()).trim();
  }

  // --- Files and text ----------------------------------------------------------------------------------------

  /** Quick Open: types the name, takes the row, waits for the tab. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    const row = this.quickRows.filter({ hasText: path.basename(name) }).first();
    // For the first letters it searches the files that it knew of before; what is typed later finds the new ones.
    for (let tries = 0; tries < 10 && !(await row.isVisible()); tries++) {
      await this.quickInput.fill('');
      await this.quickInput.fill(name);
      await row.waitFor({ timeout: 500 }).catch(() => undefined);
    }
    await row.click();
    const tab = this.page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`);
    await tab.first().waitFor();
    const text = this.editor().locator('.view-line').first();
    // A web view that had the focus takes it back at times a moment later.
    for (let tries = 0; tries < 5 && !(await text.isVisible()); tries++) {
      await text.waitFor({ timeout: 1000 }).catch(() => tab.first().click());
    }
    await text.waitFor();
  }

  /** The editor of a file that is shown, or the one that has the focus or had it last. */
  editor(file?: string): Locator {
    const group = file === undefined ? '.editor-group-container.active ' : '';
    const uri = file === undefined ? '' : `[data-uri$="/${encodeURI(path.basename(file))}"]`;
    return this.page.locator(`${group}.editor-instance .monaco-editor${uri}`).first();
  }

  /** The text on the screen, lines as they are folded there. */
  async editorText(file?: string): Promise<string> {
    return readText(this.editor(file));
  }

  /** Saves the active file and gives what then stands on the disk. */
  async savedText(file: string): Promise<string> {
    // What was typed last marks the tab a little later; where nothing was typed there is nothing to wait for.
    await this.page
      .locator('.tab.active.dirty')
      .waitFor({ timeout: 1000 })
      .catch(() => undefined);
    await this.page.keyboard.press('ControlOrMeta+s');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
    return this.workspace.read(file);
  }

  /** Go to Line: puts the cursor there, both counted from 1, and the focus into the editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.quickInput.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** A click right behind text on the screen: the cursor stands there. */
  async clickAfter(text: string, file?: string): Promise<void> {
    const { right, middle } = await findText(this.editor(file), text);
    await this.page.mouse.click(right, middle);
  }

  /** Selects text on the screen, as with mouse and Shift: again where a line above, such as a CodeLens, pushed it away. */
  async select(text: string, file?: string): Promise<void> {
    const told = this.page.locator('.statusbar-item', { hasText: `(${text.length} selected)` });
    for (let tries = 0; tries < 5 && !(await told.isVisible()); tries++) {
      const { left, right, middle } = await findText(this.editor(file), text);
      await this.page.mouse.click(left, middle);
      await this.page.keyboard.down('Shift');
      await this.page.mouse.click(right, middle);
      await this.page.keyboard.up('Shift');
      await told.waitFor({ timeout: 1000 }).catch(() => undefined);
    }
    await told.waitFor();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** A key as playwright names it: `Enter`, `Alt+F12`, `ControlOrMeta+z`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  // --- Commands and lists ------------------------------------------------------------------------------------

  /** Runs a command by its title in the command palette: `Sourcewright: Cite Passage…`. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(title, `>${title}`);
  }

  /** The input of the open list (Quick Open, palette, Quick Pick). */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  get quickRows(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /** The row that Enter would take: where the arrow keys have led, or the filter. */
  get focusedRow(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused');
  }

  /** What the rows of the open list say. */
  async quickPickRows(): Promise<string[]> {
    await this.quickRows.first().waitFor();
    return this.quickRows.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Takes the first row that contains `label`; a row further down needs a `filter` to come on the screen. */
  async pick(label: string, filter?: string): Promise<void> {
    if (filter !== undefined) await this.quickInput.fill(filter);
    await this.quickRows.filter({ hasText: label }).first().click();
  }

  // --- Views and web views -----------------------------------------------------------------------------------

  /** Opens a view container from the activity bar; given a view, the others in it are closed, so that it has all the room. */
  async openContainer(name: string, view?: string): Promise<void> {
    // A badge's text stands behind the name.
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${name}\\b`) });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    // The tab's name, shown to a mouse that rests there, would cover the views.
    await this.page.mouse.move(5, 5);
    if (view !== undefined) await this.openView(view);
  }

  /** Opens a view of the container that is shown, and closes the others. */
  async openView(name: string): Promise<void> {
    await this.view(name).waitFor();
    for (const pane of await this.page.locator('.part.sidebar .pane').all()) {
      const header = pane.locator('.pane-header');
      const isWanted = (await header.getAttribute('aria-label'))?.startsWith(name) === true;
      if (((await header.getAttribute('aria-expanded')) === 'true') !== isWanted) await header.click();
    }
  }

  /** A view in the side bar, with its header: a description may stand behind the name. */
  view(name: string): Locator {
    const header = this.page.locator(`.pane-header[aria-label^="${name}"]`);
    return this.page.locator('.part.sidebar .pane').filter({ has: header });
  }

  /** The rows of one view's tree in the side bar. */
  rowsOf(view: string): Locator {
    return this.view(view).getByRole('treeitem');
  }

  /** The page inside the web view that is shown. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  // --- What the extension offers -----------------------------------------------------------------------------

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Asks for completions at the cursor; gives the labels of the rows. */
  async complete(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    await this.suggestions.first().waitFor();
    return this.suggestions.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Takes the completion that begins so, with the arrow keys and Enter. */
  async accept(label: string): Promise<void> {
    const focused = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    const passed = new Set<string>();
    for (;;) {
      await focused.waitFor();
      const row = (await focused.getAttribute('aria-label')) ?? '';
      if (row.startsWith(label)) break;
      // The list is a ring: after its last row comes the first again.
      if (passed.has(row)) throw new Error(`No completion "${label}" among: ${[...passed].join('; ')}`);
      passed.add(row);
      await this.page.keyboard.press('ArrowDown');
      await this.page.locator('.suggest-widget.visible').evaluate(nextFrame);
    }
    await this.page.keyboard.press('Enter');
    await this.suggestions.first().waitFor({ state: 'hidden' });
  }

  /** The card that is shown at the mouse. */
  get hoverCard(): Locator {
    return this.page.locator('.monaco-editor .monaco-hover:not(.hidden):visible');
  }

  /** Rests the mouse on text and gives what the card says, once it says what is wanted: its parts come one by one. */
  async hover(text: string, wanted: RegExp, file?: string): Promise<string> {
    const read = async () => (await this.hoverCard.allInnerTexts()).join('\n').trim();
    const rest = async () => {
      // From outside the text: a card on the way would come between, and stay.
      await this.page.mouse.move(5, 5);
      await this.hoverCard.first().waitFor({ state: 'hidden' });
      const { left, right, middle } = await findText(this.editor(file), text);
      await this.page.mouse.move((left + right) / 2 - 1, middle);
      await this.page.mouse.move((left + right) / 2, middle);
      return eventually(read, (said) => wanted.test(said), 5000);
    };
    // Once more where a line that came above pushed the text away from under the mouse.
    return rest().catch(rest);
  }

  /** Opens Problems and gives its row with this text, to be waited for. */
  async problem(text: string | RegExp): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
  }

  /** All rows of Problems, each on one line. */
  async problems(): Promise<string[]> {
    await this.command('Problems: Focus on Problems View');
    const rows = await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  /** The notifications that wait for the person. */
  async notifications(): Promise<string[]> {
    await this.command('Notifications: Show Notifications');
    const texts = await this.page.locator('.notification-list-item-message').allInnerTexts();
    await this.command('Notifications: Hide Notifications');
    return texts;
  }

  /**
   * Two pictures of the window, for people: dist/shots/light/<name>.png and dist/shots/dark/<name>.png. `highContrast` where the
   * workspace's settings have chosen those themes meanwhile.
   */
  async screenshot(name: string, highContrast = this.#highContrast): Promise<void> {
    // It begins with the theme that the last pictures ended with: a change of theme takes as long as a picture.
    const themes = highContrast ? CONTRAST_THEMES : THEMES;
    for (const scheme of [this.#scheme, other(this.#scheme)]) {
      await this.page.emulateMedia({ colorScheme: scheme });
      await this.page.locator(`.monaco-workbench.${themes[scheme]}`).waitFor();
      const folder = highContrast ? `high-contrast-${scheme}` : scheme;
      const file = path.join(repositoryRoot, 'dist', 'shots', folder, `${name}.png`);
      await this.page.screenshot({ path: file });
      this.#scheme = scheme;
    }
  }
}

/** Runs in the page: what a key changed is drawn. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
