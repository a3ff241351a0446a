import assert from 'node:assert/strict';
import type { Actor } from '#corpus-index';
import { buildMatcher, findMentions } from '#corpus-index';
import { actorOf } from './actor-of';

/** A registry's line: `id | schema, countries | name; aliases | weak aliases`. */
function actor(line: string): Actor {
  const [id = '', kind = '', names = '', weak = ''] = line.split('|').map((part) => part.trim());
  const listed = (text: string, sign: string) =>
    text
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const [schema = '', ...country] = listed(kind, ',');
  const [name = '', ...alias] = listed(names, ';');
  return actorOf(id, name, { schema, country, alias, weakAlias: listed(weak, ';') });
}

/** Finds exactly what is marked `{words|id}` in each text; of an ambiguous name the ids stand with `+` between. */
function check(registry: readonly string[], texts: readonly string[]): void {
  const matcher = buildMatcher(registry.map(actor));
  for (const marked of texts) {
    const text = marked.replace(/\{(.*?)\|[\w+]+\}/gs, '$1');
    const shown: string[] = [];
    let done = 0;
    for (const { start, end, actors } of findMentions(matcher, text)) {
      shown.push(`${text.slice(done, start)}{${text.slice(start, end)}|${actors.join('+')}}`);
      done = end;
    }
    assert.equal(shown.join('') + text.slice(done), marked);
  }
}

const ARABIC = [
  'osama | Person, sa | Osama bin Laden; bin Laden | Osama',
  'hamza | Person, sa | Hamza bin Laden | Hamza',
  'saad | Person, sa | Saad bin Laden | Saad',
  'muhammad | Person, eg | Abu Muhammad al-Masri | al-Masri; Masri; Abu Muhammad',
  'khair | Person, eg | Abu al-Khair al-Masri | al-Masri; Masri; Abu al-Khair',
  'fadl | Person, sd | Jamal al-Fadl | al-Fadl; Fadl',
  'fadhli | Person, kw | Muhsin al-Fadhli | al-Fadhli; Fadhli',
  'zawahiri | Person, eg | Ayman al-Zawahiri; Zawahiri',
  'adel | Person, eg | Saif al-Adel | al-Adel',
];

const RUSSIAN = [
  'putin | Person, ru | Vladimir Putin; Putin',
  'lavrov | Person, ru | Sergei Lavrov | Lavrov',
  'shoigu | Person, ru | Sergei Shoigu | Shoigu',
  'timchenko | Person, ru | Gennady Timchenko | Timchenko',
  'prigozhin | Person, ru | Yevgeny Prigozhin | Prigozhin',
  'arkady | Person, ru | Arkady Rotenberg | Rotenberg',
  'boris | Person, ru | Boris Rotenberg | Rotenberg',
  'gazprom | Company, ru | Gazprom',
  'bank | Company, ru | Gazprombank',
];

const ASIAN = [
  'xi | Person, cn | Xi Jinping | Xi',
  'li | Person, cn | Li Keqiang | Li',
  'kim | Person, kp | Kim Jong-un; Kim Jong Un | Kim',
  'moon | Person, kr | Moon Jae-in | Moon',
  'abe | Person, jp | Shinzo Abe',
];

const WESTERN = [
  'bush | Person, us | George W. Bush; George Bush | Bush',
  'trump | Person, us | Donald Trump | Trump',
  'junior | Person, us | Donald Trump Jr.',
  'clinton | Person, us | Bill Clinton; Clinton',
  'hillary | Person, us | Hillary Clinton',
  'mueller | Person, us | Robert Mueller | Mueller',
  'leyen | Person, de | Ursula von der Leyen | von der Leyen',
  'maduro | Person, ve | Nicolás Maduro | Maduro',
  'sanchez | Person, es | Pedro Sánchez | Sánchez',
  "oneill | Person, us | Paul O'Neill | O'Neill",
];

const BODIES = [
  'qaeda | Organization | al-Qaeda',
  'aqi | Organization, iq | al-Qaeda in Iraq',
  'isis | Organization | Islamic State; ISIS',
  'hezbollah | Organization, lb | Hezbollah',
  'guards | PublicBody, ir | Islamic Revolutionary Guard Corps; IRGC | Pasdaran',
  'treasury | PublicBody, us | US Department of the Treasury; Treasury Department | Treasury',
  'foreign | PublicBody, ir | Iranian Foreign Ministry | Foreign Ministry',
  'ship | Vessel, us | USS Cole | Cole',
  'bunzel | Person, us | Cole Bunzel',
  'iraq | Country, iq | Iraq',
  'syria | Country, sy | Syria',
  'sudan | Country, sd | Sudan',
];

const FIRMS = [
  'jpm | Company, us | JPMorgan Chase & Co.; JPMorgan',
  'ey | Company, gb | Ernst & Young; EY',
  'ms | Company, gb | Marks & Spencer; M&S',
  'att | Company, us | AT&T',
  'inbev | Company, be | AB InBev; Anheuser-Busch InBev SA/NV',
  'glencore | Company, ch | Glencore; Glencore plc',
];

const STATED = [
  'trade | PublicBody | Ministry of Maritime Trade',
  'port | PublicBody | Port and Maritime Directorate',
  'hgn | Organization | HGN',
];

const SOUTH_ASIAN = [
  'zia | Person, pk | Muhammad Zia-ul-Haq',
  'moin | Person, pk | Moin ul Haq',
  'saif | Person, af | Saif ur-Rahman',
  'ul | Company, us | UL Solutions',
];

const BROTHERS = [
  'ayman | Person, eg | Ayman al-Zawahiri',
  'brother | Person, eg | Mohammed al-Zawahiri',
  'anna | Person, gb | Anna Rowe',
];

type Family = readonly [behaviour: string, registry: readonly string[], texts: readonly string[]];

const FAMILIES: readonly Family[] = [
  [
    'takes the article of South Asian names in any form, apart or with hyphens, for the same',
    SOUTH_ASIAN,
    [
      '{Muhammad Zia ul Haq|zia} met {Moin-ul-Haq|moin}. {Muhammad Zia al-Haq|zia} met {Moin Ul Haq|moin} and {Saif ur Rahman|saif}.',
      '{Muhammad Ziaul Haque|zia} met {Moinul-Haq|moin} and {Saifur Rahman|saif}. Ziaul Islam met Mahmudul Haq and Saif Rahim.',
      'Zia ul Islam met Moin ud Din. The ul Haq of {UL Solutions|ul} said so; UL did not.',
    ],
  ],
  [
    'claims nobody for a name with another given name in it, which may be a brother’s or a son’s',
    BROTHERS,
    [
      '{Ayman al-Zawahiri|ayman} and {Mohammed al-Zawahiri|brother} met.',
      'Ayman Mohammed al-Zawahiri and Mohammed Ayman al-Zawahiri met. Anna Maria Rowe left.',
    ],
  ],
  [
    'keeps two people with one epithet apart, and says both where the epithet stands alone',
    ARABIC,
    [
      '{Abu Mohamed al-Masry|muhammad} and {Abu al-Khayr al-Masri|khair} met. {Al-Masri|khair+muhammad} left.',
      'Abdullah al-Masri plays football. Hassan Masri does not.',
      'Abu Muhammad al-Adnani spoke. Abu Muhammad al-Maqdisi wrote.',
    ],
  ],
  [
    'keeps names apart that one letter tells',
    ARABIC,
    [
      '{Jamal al-Fadl|fadl} testified; {al-Fadl|fadl} was paid. {Fadl|fadl} left. Fadhil and Fadlallah did not.',
      '{Mohsen al-Fadli|fadhli} came, and {Fadhli|fadhli} raised money. Fadl did not.',
    ],
  ],
  [
    'keeps the members of a family apart',
    ARABIC,
    [
      "{Osama bin Laden|osama}'s sons {Hamza|hamza} and {Saad|saad} fled. Hamid did not.",
      '{Osama bin Laden|osama} was there. His son {Hamza|hamza} was not.',
      'The sons are {Hamza bin Laden|hamza} and {Saad bin Laden|saad}. Bakr bin Laden is none, nor is Salem Bin Laden.',
      'The {bin Laden|osama} raid. The Bin Laden Group builds.',
      'Muhammad al-Zawahiri, brother of {Ayman al-Zawahiri|zawahiri}, was freed. Rabie al-Zawahiri was his father.',
      'Hamza left. Saad stayed.',
    ],
  ],
  [
    'takes an office before a name, or the first word of a sentence, for no part of it',
    ARABIC,
    [
      "Deputy {Al-Zawahiri|zawahiri} spoke; {Zawahiri|zawahiri}'s deputy was silent, the deputy {al-Zawahiri|zawahiri}.",
      'Yesterday {Zawahiri|zawahiri} spoke. Unlike {Zawahiri|zawahiri}, he left. Warlord {Zawahiri|zawahiri} and critics came. Critics {Zawahiri|zawahiri} met came. Meeting {Zawahiri|zawahiri} was hard.',
    ],
  ],
  [
    'finds the usual romanisations of Arabic names',
    ARABIC,
    ['{Saif al-Adl|adel}, {Sayf al-Adel|adel}, {Seif al-Adl|adel} and {Saif Al Adil|adel} are one.'],
  ],
  [
    'finds Russian names in English, French and German spelling, with patronymics, and nobody of the same surname',
    RUSSIAN,
    [
      '{Vladimir Vladimirovich Putin|putin} met {Sergey Lavrov|lavrov}. {Lavrov|lavrov} spoke.',
      '{Evgeny Prigozhin|prigozhin}, {Yevgeniy Prigozhin|prigozhin} and {Evgenii Prigozhin|prigozhin} are one.',
      '{Sergey Shoygu|shoigu}, {Sergei Kuzhugetovich Shoigu|shoigu}, {Guennadi Timtchenko|timchenko}, {Gennadiy Timchenko|timchenko} came.',
      '{Arkady Rotenberg|arkady} and his brother {Boris Rotenberg|boris} came. {Rotenberg|boris+arkady} denied it. Igor Rotenberg is another.',
    ],
  ],
  [
    'takes no firm for the one that it is called by',
    RUSSIAN,
    ['{Gazprom|gazprom} owns {Gazprombank|bank}. Gazprom Neft is another, and so is Gazprom Export.'],
  ],
  [
    'takes no short surname of China or Korea for another bearer, nor for a word',
    ASIAN,
    [
      "{Xi Jinping|xi} spoke. President {Xi|xi} left. Xi'an is a city. Xi Zhongxun was his father.",
      '{Li Keqiang|li} spoke. {Li|li} left. Li Peng and Li Na stayed. Jet Li jumped.',
      '{Kim Jong-un|kim}, {Kim Jong Un|kim}, {Kim Jongun|kim}; Kim Jong-il, Kim Jong-nam, Kim Yo-jong and Kim Kardashian.',
      '{Moon Jae-in|moon} spoke. The Moon rose. {Moon|moon} left. A full moon.',
      '{Keqiang Li|li} and {Abe Shinzo|abe} met; {Shinzo Abe|abe} left.',
    ],
  ],
  [
    'gives a surname to nobody else of the family, and to no building or firm',
    WESTERN,
    [
      '{George W. Bush|bush} and {George Bush|bush}; {Bush|bush} spoke. Jeb Bush did not, nor Laura Bush. A bush burnt.',
      '{Donald Trump|trump}, {Donald J. Trump|trump}; {Donald Trump Jr.|junior} is his son. Ivanka Trump came to Trump Tower; the Trump Organization, {Trump|trump} said, won.',
      '{Hillary Clinton|hillary} and Hillary Rodham Clinton; Chelsea Clinton left the Clinton Foundation; the {Clinton|clinton} administration came.',
      '{Robert S. Mueller|mueller} wrote it. Gerd Müller scored.',
      '{Ursula von der Leyen|leyen} and Heiko von der Leyen came; {von der Leyen|leyen} spoke.',
      '{Nicolas Maduro|maduro} and {Maduro|maduro} are one. Nicolás Maduro Guerra is his son.',
      '{Pedro Sanchez|sanchez} spoke; {Sánchez|sanchez} left. Pedro Sánchez Gómez is another. Rick Sanchez, too.',
      "{Paul O’Neill|oneill} spoke; {O'Neill|oneill}'s book came. Eugene O'Neill wrote.",
    ],
  ],
  [
    'takes the name in front of a describing word for the name',
    WESTERN,
    [
      '{Donald Trump|trump} won. The {Trump|trump}-led party, the {Trump|trump}/Vance ticket and the {Trump|trump} administration.',
    ],
  ],
  [
    'finds a name over a line break, in capitals, in brackets of an editor, and family name first in a list',
    RUSSIAN,
    [
      '{Vladimir\nPutin|putin}, {Sergei-Lavrov|lavrov} and {VLADIMIR PUTIN|putin} spoke.',
      '{[Vladimir] Putin|putin} said it; {Vladimir [Vladimirovich] Putin|putin} did. "{[P]utin|putin} left", he said.',
      '1. {Lavrov, Sergei|lavrov}\n2. {LAVROV Sergei|lavrov}\n',
    ],
  ],
  [
    'tells a branch from the body that it belongs to, and a list of places from a branch',
    BODIES,
    [
      'He backed {al-Qaeda|qaeda} in {Iraq|iraq}, {Syria|syria} and other countries.',
      'He backed {al-Qaeda|qaeda} in {Iraq|iraq} and {Syria|syria}.',
      'He led {al-Qaeda in Iraq|aqi} and fled. {AQI|aqi} grew. {al-Qaeda|qaeda} in Yemen grew, too.',
      'He led al-Qaeda in the Islamic Maghreb (AQIM). An Islamic state is no {Islamic State|isis}; ISIS-K is not {ISIS|isis}.',
      'Kataib Hezbollah fired. {Hezbollah|hezbollah} did not. Hezbollah al-Hejaz was Saudi. Turkish Hezbollah is another.',
      'South Sudan is not {Sudan|sudan}.',
    ],
  ],
  [
    'tells a body from the quarter or street that is called alike, and a ship from people',
    BODIES,
    [
      'The {IRGC|guards} or {Pasdaran|guards} came. He was shot in the Pasdaran neighbourhood. He lived in Pasdaran, a quarter of Tehran.',
      'The {IRGC|guards} came to Pasdaran Avenue and to northern Tehran, in northern Pasdaran. The {Pasdaran|guards} left.',
      'The {USS Cole|ship} was hit. The {Cole|ship} was repaired. {Cole Bunzel|bunzel} wrote of it.',
    ],
  ],
  [
    "tells a state's authority from that of another state",
    BODIES,
    [
      'The {US Treasury Department|treasury} and the {Treasury|treasury} said so. The British Treasury did not.',
      "The {Iranian Foreign Ministry|foreign} and the {Foreign Ministry|foreign} spoke, the Russian Foreign Ministry and Qatar's Foreign Ministry did not.",
    ],
  ],
  [
    'finds firms with signs and words for them, and with their periods',
    FIRMS,
    [
      '{JPMorgan Chase & Co.|jpm} and {JPMorgan Chase and Co.|jpm} are one; {JPMorgan|jpm} paid.',
      '{Ernst & Young|ey}, {Ernst and Young|ey}, {Ernst&Young|ey}, {EY|ey} and {Marks and Spencer|ms} ({M&S|ms}) met {AT & T|att}.',
      '{Anheuser-Busch InBev SA/NV|inbev} and {AB InBev|inbev} are one. Marks, Spencer and Ernst are not.',
      '{Glencore|glencore} and {Glencore PLC|glencore} are one. The Glencore Foundation is another.',
    ],
  ],
  [
    'finds several ordinary words in the capitals of a headline, and not one',
    ['guard | Organization | Harbour Guard', 'base | Organization | The Base'],
    ['{HARBOUR GUARD|guard} SEIZES SHIP', 'HE LEFT THE BASE. The harbour guard left its HARBOUR.'],
  ],
  [
    'finds the abbreviation or the full form that a text states itself, there and from there on',
    STATED,
    [
      'An MMT came. The {Ministry of Maritime Trade|trade} ({MMT|trade}) signed. The {MMT|trade} denied it. MMTX did not.',
      'The {Ministry of Maritime Trade|trade} (hereafter "{MMT|trade}") signed.',
      'The {PMD|port} ({Port and Maritime Directorate|port}) signed it, and a {PMD|port} ship came.',
      'The {Ministry of Maritime Trade|trade} ({MoMT|trade}) signed; {MoMT|trade} officials came. The MOMT and the Momt did not.',
      'The {Harbour Guard of the North|hgn} ({HGN|hgn}) came. The {Harbour Guard of the North|hgn} left. The Harbour Guard stayed.',
      'The {Port and Maritime Directorate|port} (2019) and the {Port & Maritime Directorate|port} (Marsa) signed.',
    ],
  ],
];

describe('findMentions, among look-alikes', () => {
  for (const [behaviour, registry, texts] of FAMILIES)
    it(behaviour, () => {
      check(registry, texts);
    });
});
