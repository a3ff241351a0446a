import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const { format } = plugins.config.get('@bibtex');
// Drafts cite keys as they are, and there are titles in other letters than a to z: what it has no command for would be left out.
format.checkLabel = false;
format.asciiOnly = false;

/**
 * The items of a text. The type is always said: left to guess, the library would take a text that is an address for something
 * to load.
 */
export const parseReferences = (
  text: string,
  forceType: '@biblatex/text' | '@ris/file',
): readonly Readonly<Record<string, unknown>>[] => plugins.input.chain(text, { forceType });

/** Entries of BibTeX with what stands in their fields, unescaped; the list of names is one text already. */
export const bibtexEntries = (items: readonly object[], dialect: 'bibtex' | 'biblatex') =>
  plugins.output.format(dialect, items, { format: 'object' });

/** Records of RIS by their tags. */
export const risRecords = (items: readonly object[]) =>
  plugins.output.format('ris', items, { format: 'object' });
