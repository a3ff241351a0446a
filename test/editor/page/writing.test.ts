import assert from 'node:assert/strict';
import { eventually } from '../../support/eventually';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** Milliseconds. */
const ACTIVATION_LIMIT = 100;

async function activationTime(of: Workbench): Promise<number> {
  await of.command('Developer: Show Running Extensions');
  const extension = of.page
    .locator('.runtime-extensions-editor .monaco-list-row')
    .filter({ hasText: 'Sourcewright' });
  const said = await extension.locator('.activation-time').innerText(); // "Startup Activation: 37ms"
  await of.press('Escape'); // it stands over the editors
  await extension.waitFor({ state: 'hidden' });
  return Number(/Activation: (\d+)ms/.exec(said)?.[1] ?? Infinity);
}

// One window for all of it: opening one takes longer than most tests.
let window: Workbench;

describe('writing in the example workspace', () => {
  before(async () => {
    window = await openWorkbench({ workspace: 'examples' });
    window.workspace.write('drafts/new.md', '# New\n\nThe first line.\n\n');
    await window.openFile('harbour.md');
    await window.ready();
  });

  it('has been woken in less than 100 ms by VS Code’s own clock', async () => {
    // A wall clock: what else runs on the machine counts too. The best of three windows decides.
    let time = await activationTime(window);
    for (let more = 0; more < 2 && time >= ACTIVATION_LIMIT; more++) {
      const other = await openWorkbench({ workspace: 'examples' });
      await other.ready();
      time = Math.min(time, await activationTime(other));
      await other.close();
    }
    assert.ok(time < ACTIVATION_LIMIT, `${time} ms`);
  });

  it('says in the status bar that the sources are ready', async () => {
    assert.match(await window.ready(), /5 sources/);
  });

  it('shows who an actor is, and which source spells the name how', async () => {
    const card = await window.hover("Mas'ud al-Marsawi");
    assert.match(card, /Mas'ud al-Marsawi · Person/);
    assert.match(card, /para\. \d/);
    await window.screenshot('hover-actor');
  });

  it('shows the record and the cited passage on a citation', async () => {
    await window.goTo(1);
    const card = await window.hover('@quillon2018');
    assert.match(card, /It was one crack, like a mooring line parting/);
    await window.screenshot('hover-citation');
  });

  it('completes an actor by a part of another spelling, a key, and a paragraph with its words', async () => {
    await window.press('ControlOrMeta+End');
    await window.type('\n\nThen Marsa');
    await window.complete();
    await window.screenshot('complete-actor');
    await window.accept("Mas'ud al-Marsawi");
    await window.type(' left [@quil');
    await window.accept('quillon2018');
    await window.type(', ');
    await window.suggestions.first().waitFor();
    await window.screenshot('complete-paragraph');
    await window.type('para. 3');
    await window.accept('para. 3');
    assert.match(
      await window.savedText('drafts/harbour.md'),
      /Then Mas'ud al-Marsawi left \[@quillon2018, para\. 3\]/,
    );
  });

  it('offers no names in code, front matter or a key', async () => {
    await window.press('ControlOrMeta+End');
    await window.type('\n\n`Marsa`');
    await window.press('ArrowLeft');
    await window.press('Control+Space');
    await window.page.waitForTimeout(700);
    const rows = await window.suggestions.allInnerTexts();
    assert.ok(!rows.some((row) => row.includes('al-Marsawi')), rows.join());
    await window.press('Escape');
    for (let n = 0; n < 3; n++) await window.press('ControlOrMeta+z');
  });
});

describe('citing a passage', () => {
  before(async () => {
    await window.openFile('new.md');
  });

  it('searches while typing, previews the source beside, and inserts what checks clean', async () => {
    await window.press('ControlOrMeta+End');
    await window.press('Control+Alt+c');
    await window.quickInput.waitFor();
    await window.type('mooring line');
    await window.focusedRow.filter({ hasText: 'para. 3' }).waitFor();
    await window.press('ArrowDown');
    await window.press('ArrowUp');
    await window.focusedRow.filter({ hasText: 'para. 3' }).waitFor();
    await window.editor('lantern-fishgate.txt').waitFor();
    await window.screenshot('cite-passage-search');
    await window.press('Enter');
    await window.page
      .locator(
        '.quick-input-widget:visible .quick-input-list .monaco-checkbox, .quick-input-widget:visible input[type=checkbox]',
      )
      .first()
      .waitFor();
    await window.screenshot('cite-passage-words');
    await window.press('Enter');
    const draft = await eventually(
      () => window.savedText('drafts/new.md'),
      (text) => text.includes('[@quillon2018, para. 3]'),
    );
    assert.match(draft, /^> .*It was one crack, like a mooring line parting.* \[@quillon2018, para\. 3\]$/m);
    assert.deepEqual(
      (await window.problems()).filter((row) => row.includes('Sourcewright')),
      [],
    );
    await window.screenshot('cite-passage-inserted');
  });

  it('is one undo step', async () => {
    await window.openFile('new.md');
    await window.press('ControlOrMeta+z');
    assert.equal(await window.savedText('drafts/new.md'), '# New\n\nThe first line.\n\n');
  });

  it('inserts a selection of a source into the draft', async () => {
    await window.openFile('lantern-fishgate.txt');
    await window.select('one crack, like a mooring line parting');
    await window.press('Control+Alt+c');
    await window.page.locator('.tab.active[data-resource-name="new.md"]').waitFor();
    const draft = await eventually(
      () => window.savedText('drafts/new.md'),
      (text) => text.includes('@quillon2018'),
    );
    assert.match(draft, /one crack, like a mooring line parting/);
  });
});

describe('reviewing', () => {
  before(async () => {
    await window.openFile('mistakes.md');
  });
  after(() => window.close());

  it('shows in Problems what is wrong and why', async () => {
    await (await window.problem('No source has the key "quilon2018"')).waitFor();
    const rows = await window.problems();
    assert.ok(
      rows.some((row) => row.includes('“not” is left out without a mark')),
      rows.join('\n'),
    );
    await window.screenshot('problems');
  });

  it('takes a problem back when the draft is mended', async () => {
    await window.openFile('mistakes.md');
    await window.select('quilon2018');
    await window.type('quillon2018');
    const problem = await window.problem('No source has the key "quilon2018"');
    await problem.waitFor({ state: 'detached' });
  });

  it('follows a source that is changed on disk', async () => {
    await window.openFile('harbour.md');
    const source = 'sources/harbour-committee.txt';
    const text = window.workspace.read(source);
    window.workspace.write(source, text.replace('too late to be read', 'too early to be read'));
    const problem = await window.problem('“late” stands for “early”');
    await problem.waitFor();
    window.workspace.write(source, text);
    await problem.waitFor({ state: 'detached' });
  });
});
