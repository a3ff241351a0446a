/** What XML 1.0 has no way to write: most control characters, halves of surrogate pairs, the two last of the plane. */
// eslint-disable-next-line no-control-regex -- control characters are what is replaced
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML or HTML, inside an element or an attribute in double quotes: nothing in it is markup. */
export const escapeMarkup = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The same for an attribute of XML, whose line ends and tabs would become spaces. */
export const escapeAttribute = (text: string): string =>
  escapeMarkup(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
