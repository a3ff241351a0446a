import { source } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe-core finds wrong with a page: one line for each element. */
export async function accessibilityProblems(page: FrameLocator | Page): Promise<string[]> {
  const body = await page.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!frame) throw new Error('the page is not there');
  await frame.evaluate(source);
  const { violations } = await frame.evaluate<AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
  );
}
