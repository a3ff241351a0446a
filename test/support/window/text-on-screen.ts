import type { Locator } from 'playwright-core';

/** Where a stretch of text stands in the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/**
 * Finds text in an editor as a person sees it: on one screen line, whatever tokens it consists of; the first place
 * on the screen wins. Waits until it is there.
 */
export async function findText(editor: Locator, text: string): Promise<Box> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const box = await editor.locator('.view-lines').first().evaluate(boxOf, text);
    if (box !== undefined) return box;
    if (Date.now() > deadline) throw new Error(`"${text}" is not on the screen:\n${await readText(editor)}`);
    await editor.page().waitForTimeout(50);
  }
}

/** The text that an editor shows, line by line; long lines are folded, as on the screen. */
export async function readText(editor: Locator): Promise<string> {
  return editor.locator('.view-lines').first().evaluate(textOf);
}

/** Runs in the page. VS Code places each line by its `top`, in no order, and shows spaces as no-break spaces. */
function textOf(container: Element): string {
  const lines = [...container.querySelectorAll<HTMLElement>(':scope > .view-line')];
  const top = (line: HTMLElement) => parseFloat(line.style.top);
  return lines
    .sort((a, b) => top(a) - top(b))
    .map((line) => line.textContent.replaceAll('\u00a0', ' '))
    .join('\n');
}

/** Runs in the page. */
function boxOf(container: Element, text: string): Box | undefined {
  const found: DOMRect[] = [];
  for (const line of container.querySelectorAll('.view-line')) {
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const from = start - passed;
      const to = start + text.length - passed;
      if (from >= 0 && from < length) range.setStart(node, from);
      if (to > 0 && to <= length) range.setEnd(node, to);
      passed += length;
    }
    found.push(range.getBoundingClientRect());
  }
  const first = found.sort((a, b) => a.top - b.top)[0];
  return first && { left: first.left, right: first.right, middle: (first.top + first.bottom) / 2 };
}
