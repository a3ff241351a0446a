/**
 * English function words, folded as the tokeniser folds them: they carry no subject and make up
 * almost half of a text. Our own selection by word class; `us` and `may` are left out for "U.S." and
 * the month. `al` is the Arabic article in all its forms.
 */
const BY_CLASS = [
  'a an the al',
  'i me my mine myself we our ours ourselves you your yours yourself yourselves',
  'he him his himself she her hers herself it its itself they them their theirs themselves',
  'this that these those who whom whose which what',
  'and or but nor so yet if than because as until while although though unless since whereas',
  'of at by for with about against between into through during before after above below to from up down in out',
  'on off over under upon within without among across toward towards onto per via',
  'am is are was were be been being have has had having do does did doing',
  'will would shall should can could might must',
  'not no only also too very just then there here when where why how again further once',
  'all any both each few more most other some such same own',
  'im youre hes shes theyre ive youve weve theyve id youd hed theyd ill youll hell theyll',
  'isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont wouldnt cant cannot couldnt shouldnt',
];

/** English stop words for search, folded. */
export const stopWords: ReadonlySet<string> = new Set(BY_CLASS.join(' ').split(' '));
