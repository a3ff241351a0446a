/**
 * English words of everyday use that organisations, operations and people are also called by: our own
 * selection, in the singular. A name made of nothing else counts only in its own capitals.
 */
const BY_FIELD = [
  'base hope network front state force guard unit camp group party movement union league council committee board panel',
  'army navy police security intelligence defence defense service office bureau agency department ministry court bank',
  'company corporation firm foundation fund trust institute institution centre center school university college academy',
  'government parliament congress senate house cabinet assembly administration authority commission mission delegation',
  'embassy region province district city town village country nation republic kingdom empire federation community',
  'society association organisation organization club team brotherhood family order church mosque temple',
  'north south east west northern southern eastern western central upper lower middle',
  'national international federal general foreign interior domestic public private popular common joint supreme special',
  'united free new old great grand high low first second third young big little long short strong',
  'revolutionary military civil political religious social democratic economic global regional local secret holy',
  'revolution resistance liberation freedom justice peace war victory struggle battle fight fighter soldier martyr',
  'brigade battalion regiment division corps wing cell branch command commander chief leader president minister deputy',
  'director secretary chairman officer doctor professor judge king queen prince princess emir sheikh lord lady father',
  'mother brother sister son daughter uncle teacher student engineer pilot captain major colonel lieutenant sergeant',
  'treasury finance customs',
  'support help aid relief rescue charity welfare development reform progress project program programme plan operation',
  'storm thunder lightning fire flame light sun moon star dawn morning night cloud rain snow wind sea river lake mountain',
  'desert island forest tree flower rose lion tiger wolf eagle falcon hawk snake bear horse dog cat bird fish',
  'gold silver iron steel stone rock glass wood water earth air sky heaven paradise',
  'red green blue black white brown grey gray yellow orange purple',
  'word letter book page paper press post mail news times today journal review record report herald standard mirror',
  'voice call message signal radio channel station watch guide path road way gate bridge tower wall door window key',
  'sword shield arrow spear knife gun bomb rocket missile drone tank ship boat plane car truck',
  'faith truth wisdom knowledge grace mercy glory honor honour pride courage patience virtue charm joy',
  'banner flag crescent crown cross ring circle square field garden park yard bay port harbour harbor',
  'bush rice grant will mark frank bill jack rob pat art dean chase hunter baker cook smith mason miller carter',
  'price rich poor wise good bad best love dear day week month year spring summer autumn fall winter',
  'turkey china chad jersey polish may march august',
  'home land property market trade business industry labour labor work worker energy power oil gas petroleum',
  'health science education culture heritage history sport music film media information technology communication',
  'people person man woman child citizen crowd member friend enemy ally host guest hero saint prophet disciple',
  'accountant courier operative cleric scholar preacher spokesman',
];

export const ordinaryWords: ReadonlySet<string> = new Set(BY_FIELD.join(' ').split(' '));

/** Whether a folded word is one of them, or their plural. */
export const isOrdinary = ({ term }: { readonly term: string }): boolean =>
  ordinaryWords.has(term) || (term.endsWith('s') && ordinaryWords.has(term.slice(0, -1)));
