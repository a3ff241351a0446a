import assert from 'node:assert/strict';
import { type Due, OvertakingQuestions } from '../../src/extension/citations-view/overtaking-questions';

/** Asks of drafts at once, each before the one in front of it is answered; `all` asks for all. */
async function overtaking(questions: OvertakingQuestions, ...drafts: readonly string[]) {
  const answers = await Promise.all(
    drafts.map((draft) =>
      questions.ask(draft === 'all' ? undefined : draft, async (due: Due) => {
        await Promise.resolve();
        return due === 'all' ? due : [...due].join();
      }),
    ),
  );
  return answers.map((answer) => answer ?? 'overtaken');
}

describe('a question about drafts that a newer one overtakes', () => {
  it('is asked with the newer one, so that no draft stays as it was', async () => {
    assert.deepEqual(await overtaking(new OvertakingQuestions(), 'a', 'b', 'a'), [
      'overtaken',
      'overtaken',
      'a,b',
    ]);
  });

  it('is asked of all where it was one about all', async () => {
    assert.deepEqual(await overtaking(new OvertakingQuestions(), 'all', 'b'), ['overtaken', 'all']);
  });

  it('is forgotten when it was answered', async () => {
    const questions = new OvertakingQuestions();
    await overtaking(questions, 'all', 'a');
    assert.deepEqual(await overtaking(questions, 'b'), ['b']);
  });
});
