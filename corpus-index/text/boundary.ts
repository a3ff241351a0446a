/**
 * Stands in a reading between pieces that are no running text, such as the cells of a table: no quotation runs over it, as no
 * quotation has it. ASCII's unit separator.
 */
export const BOUNDARY = '\u001F';
