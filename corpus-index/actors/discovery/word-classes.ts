/** Words that tell what a name is of, folded: our own selection. */
const set = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** Stand small within the names of people: bin Laden, van der Berg, Karim al Nuri. */
export const personParticles = set(
  'bin ibn ben bint ould abu abd umm al el ul de der den del della di da dos du la le van von ter ten zu y i',
);

/** With one of these in small letters a name may begin. */
export const openingParticles = set('bin ibn abu umm van von de');

/** Between the words of an organisation's name, where a word of `bodyHeads` stands before. */
export const bodyLinks = set('of for');

/** What is written with a period before a name; a sentence does not end there. */
export const abbreviatedTitles = set(
  'mr mrs ms dr prof gen lt col maj capt sgt brig adm gov sen rep amb hon rev st fr jr sr mt',
);

export const publicHeads = set(
  'ministry department agency bureau directorate parliament senate congress army navy police court tribunal embassy consulate treasury',
  'government cabinet commission authority administration secretariat council assembly majlis knesset duma inspectorate pentagon',
  'intelligence prosecutor municipality coastguard gendarmerie',
);

export const companyHeads = set(
  'air inc ltd llc plc corp corporation company gmbh airlines airways motors bank holdings holding industries enterprises petroleum shipping',
  'partners consulting steel insurance pharmaceuticals',
);

export const otherHeads = set(
  'organization organisation front brigade brigades battalion battalions network movement party union league foundation institute institution university college',
  'committee association society forces force corps guard guards guardians federation federations alliance coalition community centre center academy',
  'times post news journal review magazine press media foundation fund trust group club team school seminary museum library',
  'hezb hizb tahrir harakat jabhat jaysh jaish lashkar ansar jamaat jamaah jamia tanzim katibat kataib liwa saraya asaib firqat',
  'jihad emirate caliphate observatory initiative unit division branch wing office section regiment faction',
  'democracies nations',
);

/** Whether a word makes the name of a body of those around it. */
export const isHead = (term: string): boolean =>
  publicHeads.has(term) || companyHeads.has(term) || otherHeads.has(term);

/** Stand before places: what is mostly found behind them is one. */
export const placePrepositions = set(
  'in at near from to into toward towards outside across through via around',
);

/** Part of the names of places: Strait of Hormuz, Kunar Province, Mount Qasioun. */
export const placeHeads = set(
  'province district city town village governorate street avenue road square boulevard airport river sea gulf strait lake mount mountain mountains valley desert',
  'island islands peninsula region county port prison camp bridge mosque hotel stadium park border quarter neighborhood neighbourhood',
);

/** Offices, ranks and forms of address that only people have: what stands behind them is a person. */
export const personTitles = set(
  'president vice minister premier chancellor governor senator congressman congresswoman mayor ambassador secretary chairman chairwoman spokesman',
  'spokeswoman director commander commandant general colonel major captain admiral brigadier lieutenant sergeant gen lt col maj capt sgt brig adm',
  'mr mrs ms miss dr prof professor sir dame lady lord rev king queen prince princess sultan caliph ayatollah hojatoleslam hojjatoleslam imam mullah',
  'sheikh shaykh sheik shaikh emir amir mufti pope cardinal archbishop bishop rabbi judge prosecutor lawyer journalist researcher analyst author',
  'historian scholar professor deputy chief leader founder officer official agent adviser advisor inspector detective commissioner councillor alderman',
);
