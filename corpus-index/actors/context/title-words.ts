/**
 * English words that stand before a person's name without belonging to it: forms of address, ranks, offices, and what
 * newspapers call people. Beside them, all of `ordinaryWords` (President, Minister, Deputy, ...) may.
 */
const BY_FIELD = [
  'mr mrs ms miss dr prof sir dame madam madame lady lord saint hon rev',
  'gen lt col maj capt sgt brig adm cmdr gov sen rep amb pres sec',
  'senator congressman congresswoman governor mayor premier chancellor ambassador envoy consul delegate senior junior',
  'staff secretary spokesman spokeswoman spokesperson adviser advisor aide analyst expert researcher fellow scientist',
  'journalist reporter correspondent columnist author writer editor historian lawyer attorney counsel candidate nominee',
  'vice ex former late acting interim then brigadier admiral marshal field commodore commissioner inspector detective agent',
  'supreme first second third deputy chief founder cofounder ceo cfo chair head manager owner publisher executive',
  'sheikh shaykh sheik shaikh emir amir ameer sultan caliph ayatollah hojatoleslam hojjatoleslam imam mullah maulana mawlana mufti',
  'hajj haj haji hajji sayyid seyyed sayed sharif ustad ustadh ustaz qari hafiz shah khan bey pasha agha mirza',
  'pope cardinal archbishop bishop rabbi pastor reverend brother sister father mother comrade herr frau monsieur don dona',
  'jihadist jihadi militant terrorist islamist salafi salafist rebel fugitive detainee defector suspect convict',
  'democrat republican conservative socialist liberal communist muslim christian jew shia shiite sunni druze alawi alawite arab kurd',
];

export const titleWords: ReadonlySet<string> = new Set(BY_FIELD.join(' ').split(' '));

/** Offices: "the Treasury Secretary", "Chairman of the Commission". */
export const offices: ReadonlySet<string> = new Set(
  (
    'chairman chairwoman chair member head chief director president leader commander secretary minister spokesman spokeswoman adviser ' +
    'deputy officer official agent analyst editor founder governor commissioner general judge prosecutor inspector'
  ).split(' '),
);

/** What a name in front of makes another body of: the Clinton Foundation, the Assad National Library. */
export const bodyWords: ReadonlySet<string> = new Set(
  (
    'foundation university institute institution college school academy centre center library museum hospital airport street avenue ' +
    'road square boulevard bridge tower hotel prize award medal fund trust bank company corporation inc ltd llc plc council committee ' +
    'tribunal commission agency society association club brigade brigades battalion battalions times post news journal review gazette ' +
    'group organization organisation holding holdings industries enterprises associates partners plaza building act amendment ' +
    'province emirate stadium dam park station church mosque cathedral cemetery memorial mountain mountains river island islands'
  ).split(' '),
);

/** What a name behind makes a place or a ship of: Lake Assad, Fort Bragg. */
export const placeHeads: ReadonlySet<string> = new Set(
  'lake mount fort camp cape villa hotel uss hms'.split(' '),
);

/** Words of other languages for a group, behind which a name is that group's: Kataib Hezbollah, Ansar Hamas. */
export const foreignHeads: ReadonlySet<string> = new Set(
  'kataib kataeb katibat katiba liwa saraya jaish jaysh jund ansar asaib lashkar hizb hezb harakat'.split(
    ' ',
  ),
);

/** What makes the name of an authority of "Foreign Affairs" or "Interior". */
export const authorityWords: ReadonlySet<string> = new Set(
  'minister ministry department secretary committee council commission office bureau agency directorate subcommittee portfolio'.split(
    ' ',
  ),
);

/** Months and days stand beside names without belonging to them. */
export const calendarWords: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
