import { openWorkbench, type Workbench } from '../../support/workbench';
import { describeCiting } from './example/citing';
import { describeLocking } from './example/locking';
import { describeReviewing } from './example/reviewing';
import { describeWriting } from './example/writing';

// One window for all of it: opening one takes longer than most tests.
describe('in the example workspace', () => {
  let window: Workbench;
  before(async () => {
    window = await openWorkbench({ workspace: 'examples' });
    window.workspace.write('drafts/new.md', '# New\n\nThe first line.\n\n');
    await window.ready();
  });
  after(() => window.close());

  describeWriting(() => window);
  describeCiting(() => window);
  describeReviewing(() => window);
  describeLocking(() => window);
});
