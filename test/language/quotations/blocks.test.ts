import assert from 'node:assert/strict';
import { parseDraft } from '../../../src/language/parse-draft';
import { marked } from '../../support/marks';
import { checkQuotations as check } from './show';

describe('block quotes', () => {
  it('are one quotation, without the prefixes of their lines', () => {
    const { text, spans } = marked('> ⟦The river was low,\n>   and the bridge⟧ [@a]\n\nx');
    const [quotation] = parseDraft(text).quotations;
    assert.equal(quotation?.kind, 'block');
    assert.equal(quotation.text, 'The river was low,\nand the bridge');
    assert.deepEqual(quotation.span, spans[0]);
  });
  it('leave out the citations at their end', () => {
    check('> The river was low. [@a, p. 3]', 'The river was low. <- a 3');
    check('> The river was low [@a; @b].', 'The river was low <- a | b');
    check('> The river was low. (see @a, p. 3)', 'The river was low. <- a');
    check('> The river was low.[^1]\n\n[^1]: @a', 'The river was low. <- a');
    check('> The river was low.\n> [@a]', 'The river was low. <- a');
    check('> The river was low.\n>\n> [@a]', 'The river was low. <- a');
  });
  it('leave out their attribution', () => {
    check('> The river was low.\n>\n> — @a, p. 3', 'The river was low. <- a');
    check('> The river was low.\n> — Anna Berg, @a [p. 3]', 'The river was low. <- a 3');
    check('> The river was low.\n>\n> Anna Berg, head of the office, in @a', 'The river was low. <- a');
    check('> The river was low.\n>\n> - @a', 'The river was low. <- a');
    check('> The river was low.\n> — Anna Berg', 'The river was low. <-');
  });
  it('leave out a citation at their start', () => {
    check('> [@a, p. 3] The river was low.', 'The river was low. <- a 3');
    check('> @a [p. 3]: The river was low.', 'The river was low. <- a 3');
    check('> @a was the mayor then. [@b]', 'was the mayor then. <- b');
  });
  it('leave out a first line that names the source', () => {
    check('> @a writes:\n> The river was low.', 'The river was low. <- a');
    check('> **As @a [p. 3] writes:**\n>\n> The river was low.', 'The river was low. <- a 3');
  });
  it('keep the dashes of a dialogue and short last lines', () => {
    check('> — Is it low?\n> — It is low', '— Is it low?\n— It is low <-');
    check('> — Is it low?\n> — It is. [@a]', '— Is it low?\n— It is. <- a');
    check('> The river was low.\n>\n> He wept. [@a]', 'The river was low.\n\nHe wept. <- a');
  });
  it('take the citation right behind them', () => {
    check('> The river was low.\n\n[@a, p. 3]', 'The river was low. <- a 3');
    check('> The river was low.\n\n— @a', 'The river was low. <- a');
    check('> The river was low.\n\n*Source: @a, p. 3*', 'The river was low. <- a');
    check('> The river was low.\n\nAnna Berg, [@a]', 'The river was low. <- a');
    check('> The river was low.\n\n([@a]) The town grew.', 'The river was low. <- a');
    check('> The river was low.\n\n@a was mayor of the town and wrote much more.', 'The river was low. <-');
  });
  it('take the citation that leads to them', () => {
    check('As @a writes:\n\n> The river was low.', 'The river was low. <- a');
    check('The report is clear [@a, p. 3]:\n\n> The river was low.', 'The river was low. <- a 3');
    check('Words here. According to @a,\n\n> The river was low.', 'The river was low. <- a');
    check('As stated in [@a]\n\n> The river was low.', 'The river was low. <- a');
    check('@a [p. 3]\n\n> The river was low.', 'The river was low. <- a 3');
    check('As the report says:[^1]\n\n> The river was low.\n\n[^1]: @a', 'The river was low. <- a');
  });
  it('take no citation of a sentence that has ended', () => {
    check('The town grew [@a].\n\n> The river was low.', 'The river was low. <-');
    check('The town grew [@a]. Then they said:\n\n> The river was low.', 'The river was low. <-');
  });
  it('take none that belongs to a quotation before them', () => {
    check(
      'He said "the old river bed" [@a], and then:\n\n> The river was low.',
      'the old river bed <- a',
      'The river was low. <-',
    );
    check(
      '> The river was low.\n\n— @a\n\n> The bridge was closed.',
      'The river was low. <- a',
      'The bridge was closed. <-',
    );
  });
  it('are one quotation over paragraphs', () => {
    check(
      '> The river was low.\n>\n> The bridge was closed. [@a]',
      'The river was low.\n\nThe bridge was closed. <- a',
    );
  });
  it('lose the marks around the whole', () => {
    check('> "The river was low." [@a]', 'The river was low. <- a');
    check('> *„Der Fluss war seicht.“*\n>\n> — @a', 'Der Fluss war seicht. <- a');
    check(
      '> "The river was low.\n>\n> "The bridge was closed." [@a]',
      'The river was low.\n\nThe bridge was closed. <- a',
    );
    check('> "Low" and "dry" [@a]', '"Low" and "dry" <- a');
  });
  it('hold no other quotations', () => {
    check(
      '> He said "the river was low" and left. [@a]\n>\n> > inner quote',
      'He said "the river was low" and left.\n\ninner quote <- a',
    );
  });
  it('stand in lists and notes', () => {
    check('- As @a says:\n\n  > The river\n  > was low.\n- more', 'The river\nwas low. <- a');
    check('Words[^1]\n\n[^1]: As @a says:\n\n    > The river was low.', 'The river was low. <- a');
    check('1. > The river\n   > was low. [@a]', 'The river\nwas low. <- a');
  });
  it('of lists and headings give their words', () => {
    check('> # Head\n>\n> - one item\n> - two items [@a]', 'Head\n\none item\n\ntwo items <- a');
  });
  it('are none where they are callouts', () => {
    check('> [!NOTE]\n> I say "the old river bed" [@a].', 'the old river bed <- a');
    check('> [!NOTE] Words\n>\n> > The river was low. [@a]', 'The river was low. <- a');
    check('::: {.callout-note}\n> The river was low. [@a]\n:::', 'The river was low. <- a');
  });
  it('are none without words', () => {
    check('> [@a]');
    check('> ***\n>\n> ```\n> code\n> ```');
  });
  it('that look alike stay apart', () => {
    check('> Same words. [@a]\n\n> Same words. [@a]', 'Same words. <- a', 'Same words. <- a');
  });
});
