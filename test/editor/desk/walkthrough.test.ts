import { openWorkbench, type Workbench } from '../../support/workbench';

describe('the walkthrough', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: 'examples' });
    await window.ready();
  });
  after(() => window.close());

  it('explains each step beside what begins it', async () => {
    await window.press('ControlOrMeta+b'); // the pictures need the room
    await window.command('Welcome: Open Walkthrough...');
    await window.pick('Get Started with Sourcewright');
    const steps = window.page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Put your sources in place' }).waitFor();
    const words = [
      'Put sources into a folder',
      'Cite a passage',
      'Read the verdicts',
      'Say who is who',
      'Review',
    ];
    for (const [at, heading] of words.entries()) {
      if (at > 0) await steps.nth(at).click();
      const text = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await text.getByRole('heading', { name: heading }).first().waitFor();
      await window.screenshot(`walkthrough-${at + 1}`);
    }
  });

  it('begins a step where it says so', async () => {
    const steps = window.page.locator('.getting-started-step');
    await steps.nth(3).click();
    await steps.nth(3).getByRole('button', { name: 'Create or Open actors.yaml' }).click();
    await window.page.locator('.tab.active[data-resource-name="actors.yaml"]').waitFor();
  });
});
