import { isCommonArabicName } from '../spelling/name-tradition';

/** Given names common in English texts, that are no everyday words. */
const COMMON =
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul ' +
  'andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry ' +
  'justin scott brandon benjamin samuel gregory alexander patrick raymond jerry dennis tyler aaron jose henry adam douglas ' +
  'nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian sean arthur austin noah lawrence jesse joe ' +
  'bryan billy jordan albert dylan bruce gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby ' +
  'johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley ' +
  'kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy shirley ' +
  'angela anna ruth brenda pamela nicole katherine virginia catherine christine samantha debra janet carolyn rachel heather maria ' +
  'diane emma julie joyce evelyn joan christina kelly victoria lauren martha judith cheryl megan andrea olivia ann jean alice jacqueline ' +
  'hannah doris kathryn gloria teresa sara janice marie julia judy theresa beverly denise marilyn amber danielle diana brittany natalie ' +
  'sophia alexis lori kayla jane hillary chelsea tony mike jim tom dick harry ted fred steve dave dan ben sam ron don ken tim jeff greg ' +
  'matt nick alex max oliver leo felix hugo simon martin stefan klaus hans franz karl otto friedrich heinrich jürgen jurgen günter wolfgang ' +
  'pierre jacques francois françois michel claude rene marcel luc yves giovanni giuseppe antonio mario luigi paolo marco carlos luis ' +
  'miguel pedro pablo manuel francisco fernando ivan boris vladimir sergei dmitry mikhail nikolai igor oleg yuri viktor pavel anatoly ' +
  'leonid konstantin andrei lars sven olaf erik nils bjorn jan piotr lech tomasz barack hunter melania ivanka colin ian nigel trevor graham';

const common = new Set(COMMON.split(' '));

/** Whether a folded word is mostly a given name. */
export const isGivenName = (word: string): boolean => common.has(word) || isCommonArabicName(word);
