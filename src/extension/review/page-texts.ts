import { l10n } from 'vscode';
import type { ReviewTexts } from '../../protocol/review-page';

/** What the page says, in the editor's language. */
export const pageTexts = (): ReviewTexts => ({
  progress: l10n.t('{0} of {1} decided'),
  counts: l10n.t('undecided: {0} · stale: {1} · queried: {2} · rejected: {3}'),
  show: l10n.t('Show'),
  filters: {
    all: l10n.t('All citations'),
    open: l10n.t('Undecided and stale'),
    objected: l10n.t('Queried and rejected'),
  },
  none: l10n.t('This draft cites nothing.'),
  nothingMatches: l10n.t('No citation of this kind. Show all to go on.'),
  position: l10n.t('{0} of {1}'),
  states: {
    undecided: l10n.t('undecided'),
    stale: l10n.t('stale'),
    accepted: l10n.t('accepted'),
    queried: l10n.t('queried'),
    rejected: l10n.t('rejected'),
  },
  verdicts: verdictTexts(),
  noQuotation: l10n.t('Nothing is quoted: see that the source says what the sentence makes of it.'),
  otherQuoted: l10n.t('These words stand in another source that is cited with this one.'),
  unresolved: l10n.t('This citation does not resolve.'),
  unreadPlace: l10n.t(
    'Whether there is such a place was not checked: the text of the source is not among the sources.',
  ),
  claim: l10n.t('Sentence'),
  inDraft: l10n.t('In the draft'),
  inSource: l10n.t('In the source'),
  noPassage: {
    whole: l10n.t('No passage is cited: the source as a whole is.'),
    'no-place': l10n.t('The place that is cited was not found in the source.'),
    'no-text': l10n.t('The source is recorded, but its text is not at hand.'),
    'unknown-key': l10n.t('There is no source with this key.'),
  },
  admiralty: l10n.t('Reliability and credibility: {0}'),
  differences: l10n.t('Differences'),
  kinds: kindTexts(),
  onlySource: l10n.t('only in the source: “{0}”'),
  onlyDraft: l10n.t('only in the draft: “{0}”'),
  bothSides: l10n.t('in the draft “{0}”, in the source “{1}”'),
  instead: l10n.t('These words stand in {0}.'),
  similar: l10n.t('Similar words stand in {0}.'),
  risks: l10n.t('Risks'),
  decision: l10n.t('Decision'),
  decidedBy: l10n.t('{0} by {1}, {2}'),
  stale: l10n.t('Stale, as something has changed since: {0}.'),
  sides: {
    quotation: l10n.t('the quotation'),
    sentence: l10n.t('the sentence'),
    passage: l10n.t('the passage'),
    citation: l10n.t('the citation itself'),
    place: l10n.t('what stands around it'),
  },
  dropped: l10n.t('decisions on citations that are gone: {0}'),
  ...actionTexts(),
});

const actionTexts = () => ({
  actions: l10n.t('Decide and move'),
  accept: l10n.t('Accept'),
  query: l10n.t('Query…'),
  reject: l10n.t('Reject…'),
  takeBack: l10n.t('Take Back'),
  openDraft: l10n.t('Draft'),
  openSource: l10n.t('Source'),
  noSource: l10n.t('There is no place in a source to show.'),
  previous: l10n.t('Previous'),
  next: l10n.t('Next'),
  nextOpen: l10n.t('Next Undecided'),
  queryNote: l10n.t('What do you ask the writer?'),
  rejectNote: l10n.t('Why do you reject it?'),
  keepNote: l10n.t('Keep'),
  noteOutdated: l10n.t(
    'The citation has changed while the note was written. Look again, then keep the note.',
  ),
  cancel: l10n.t('Cancel'),
  said: l10n.t('{0}: {1}.'),
  takenBack: l10n.t('taken back'),
  allDecided: l10n.t('Everything is decided.'),
});

const verdictTexts = () => ({
  verbatim: l10n.t('verbatim'),
  typographic: l10n.t('typographic'),
  editorial: l10n.t('editorial'),
  altered: l10n.t('altered'),
  elsewhere: l10n.t('elsewhere'),
  missing: l10n.t('missing'),
  unresolved: l10n.t('unresolved'),
  unchecked: l10n.t('not checked'),
  unquoted: l10n.t('nothing quoted'),
});

const kindTexts = () => ({
  word: l10n.t('word'),
  negation: l10n.t('negation'),
  number: l10n.t('number'),
  actor: l10n.t('name'),
  omitted: l10n.t('left out'),
  added: l10n.t('added'),
  order: l10n.t('order'),
  splice: l10n.t('joined'),
  punctuation: l10n.t('punctuation'),
});
