import { checkQuotations as check } from './show';

describe('tying quotations in the text', () => {
  it('takes the citation behind, whatever punctuation stands between', () => {
    check('It was "the old river bed" [@a, para. 4].', 'the old river bed <- a 4');
    check(
      'It was "the old river bed." [@a] Next "one more thing", (@b).',
      'the old river bed. <- a',
      'one more thing <- b',
    );
    check('It was "the old river bed" (see @a, p. 3).', 'the old river bed <- a');
    check('"The old river bed" — @a [p. 3].', 'The old river bed <- a 3');
  });
  it('takes the citation behind, with words between', () => {
    check('The "old river bed" of the town was dry [@a].', 'old river bed <- a');
  });
  it('takes the author before', () => {
    check('@a says "the river was low".', 'the river was low <- a');
    check('As @a [p. 3] wrote in May, "the river was low".', 'the river was low <- a 3');
    check("In @a's words, “the river was low”.", 'the river was low <- a');
    check('According to the report [@a], "the river was low".', 'the river was low <- a');
  });
  it('takes all authors that stand together', () => {
    check('@a and @b say that "the river was low".', 'the river was low <- a | b');
  });
  it('takes one citation for several quotations of its sentence', () => {
    check(
      'He saw "the old river bed" and "the closed stone bridge" [@a].',
      'the old river bed <- a',
      'the closed stone bridge <- a',
    );
    check(
      '@a saw "the old river bed" and "the closed stone bridge".',
      'the old river bed <- a',
      'the closed stone bridge <- a',
    );
  });
  it('takes several citations for one quotation', () => {
    check('"the old river bed" [@a; @b, p. 3]', 'the old river bed <- a | b 3');
    check('"the old river bed" [@a] [@b]', 'the old river bed <- a | b');
    check('"the old river bed" [@a][^1]\n\n[^1]: See @b.', 'the old river bed <- a | b');
  });
  it('takes an interrupted quotation for two of one author', () => {
    check(
      '"The river was low," writes @a, "and the bridge was closed."',
      'The river was low, <- a',
      'and the bridge was closed. <- a',
    );
  });
  it('leaves each quotation its own', () => {
    check(
      '"the old river bed" [@a] and "the closed bridge" [@b]',
      'the old river bed <- a',
      'the closed bridge <- b',
    );
    check(
      '@a says "the river was low", but @b saw "the bridge was closed".',
      'the river was low <- a',
      'the bridge was closed <- b',
    );
    check(
      '"the river was low", says @a, and "the bridge was closed" [@b]',
      'the river was low <- a',
      'the bridge was closed <- b',
    );
  });
  it('takes the nearer of an author before and a bracket behind', () => {
    check('@a says "the river was low", which contradicts the old register [@b].', 'the river was low <- a');
    check(
      'As @a notes, the report of the board says "the river was low" in part three [@b].',
      'the river was low <- b',
    );
  });
  it('takes the bracket with the place where the author before names the same source', () => {
    check('@a wrote that "the river was low" in the dry May [@a, p. 3].', 'the river was low <- a 3');
  });
  it('takes what stands inside the marks', () => {
    check('"The river was low [@a, p. 3]."', 'The river was low <- a 3');
    check('"The river [@a] was low" [@b]', 'The river was low <- a');
  });
  it('takes a citation at the start of the next sentence', () => {
    check(
      'He saw "the old river bed" there and "the bridge closed". @a tells it so.',
      'the old river bed <- a',
      'the bridge closed <- a',
    );
    check('"Is it so?" Anna asked [@a]. "It is so," Bert said [@b].', 'Is it so? <- a', 'It is so, <- b');
  });
  it('takes none from the next sentence that opens a quotation there', () => {
    check(
      'He saw "the old river bed". @a says "the bridge was closed".',
      'the old river bed <-',
      'the bridge was closed <- a',
    );
  });
  it('takes the only citation for the only quotation in sentences side by side', () => {
    check('@a knew the river well. It was "low and very dry" in May.', 'low and very dry <- a');
    check(
      'It was "low and very dry" in May. The register of the harbour tells of it [@a].',
      'low and very dry <- a',
    );
    check(
      'It was "low and very dry" in May. So they left the town. The harbour closed [@a].',
      'low and very dry <-',
    );
  });
  it('takes a note behind, wherever it is defined', () => {
    check('[^n]: Berg, @a [p. 3].\n\nIt was "the old river bed"[^n] there.', 'the old river bed <- a 3');
    check('It was "the old river bed".^[See @a, p. 3.]', 'the old river bed <- a');
    check('It was "the old river bed"[^n] there.', 'the old river bed <-');
    check(
      'It was "the old river bed"[^n].\n\n[^n]: See [@a]. But [@b] thinks otherwise.',
      'the old river bed <- a',
    );
  });
  it('ties the quotations of a note in the note', () => {
    check('Words.[^n]\n\n[^n]: @a calls it "the old river bed".', 'the old river bed <- a');
    check(
      'Words.^[@a calls it "the old river bed".] "More words here" [@b].',
      'the old river bed <- a',
      'More words here <- b',
    );
  });
  it('keeps to the list item and the cell', () => {
    check('- "the old river bed"\n- see [@a]', 'the old river bed <-');
    check(
      '- "the old river bed" [@a]\n- "the closed bridge" [@b]',
      'the old river bed <- a',
      'the closed bridge <- b',
    );
    check('| q | s |\n|---|---|\n| "the old river bed" [@a] | [@b] |', 'the old river bed <- a');
  });
  it('takes the one source of a table row', () => {
    check(
      '| q | s |\n|---|---|\n| "the old river bed" | [@a, p. 3] |\n| "the closed bridge" | [@b] |',
      'the old river bed <- a 3',
      'the closed bridge <- b',
    );
  });
  it('takes an attribution that is a paragraph of its own', () => {
    check('It was "the old river bed".\n\n— @a, p. 3', 'the old river bed <- a');
    check('- It was "the old river bed".\n\n  [@a, p. 3]', 'the old river bed <- a 3');
    check('- It was "the old river bed".\n  - Source: [@a, p. 3]', 'the old river bed <- a 3');
    check('- It was "the old river bed".\n- Source: [@a, p. 3]', 'the old river bed <-');
  });
  it('takes a paragraph that leads with a colon to one, or to a list, that begins with a quotation', () => {
    check('@a [p. 3] says:\n\n"The river was low."', 'The river was low. <- a 3');
    check(
      'The report [@a] says:\n\n- "The river was low."\n- *"Nobody came to help"*, in May\n- and "the bridge was closed"',
      'The river was low. <- a',
      'Nobody came to help <- a',
      'the bridge was closed <-',
    );
    check('- @a says:\n    - "The river was low."', 'The river was low. <- a');
    check('@a says no more.\n\n"The river was low."', 'The river was low. <-');
    check('@a says:\n\n"The river was low" [@b].', 'The river was low <- b');
    check(
      '@a says "so it was":\n\nIt is long.\n\n"The river was low."',
      'so it was <- a',
      'The river was low. <-',
    );
  });
  it('keeps to its paragraph otherwise', () => {
    check('It was "the old river bed".\n\nThe town grew [@a].', 'the old river bed <-');
  });
  it('gives short ones a citation only where it touches them', () => {
    check('The "old town" was called "Upper Bridge" by all [@a].', 'old town <-', 'Upper Bridge <-');
    check(
      'The "old town" [@a] and "Upper Bridge"[^1] and @b\'s "Lower Bridge".\n\n[^1]: @c',
      'old town <- a',
      'Upper Bridge <- c',
      'Lower Bridge <- b',
    );
  });
  it('ends no sentence at an abbreviation, an initial or inside a quotation', () => {
    check('Dr. A. Berg called it "the old river bed" on p. 3, cf. Ch. 4 [@a].', 'the old river bed <- a');
    check(
      'He wrote "It was low. It was dry. It was May" to the board [@a].',
      'It was low. It was dry. It was May <- a',
    );
  });
});
