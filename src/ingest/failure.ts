/** Why a file is not among the sources although it lies there. */
export interface ReadFailure {
  /**
   * Relative to the folder, `/` between folders; of the folder that could not be listed, for `no-listing`; of the settings, for
   * a pattern that leads `outside`.
   */
  readonly path: string;
  readonly code:
    | 'binary'
    | 'too-large'
    | 'not-permitted'
    | 'gone'
    | 'unreadable'
    | 'unsupported-format'
    | 'encrypted'
    | 'damaged'
    | 'no-words'
    | 'too-complex'
    | 'too-slow'
    | 'too-much-memory'
    | 'too-many'
    | 'no-listing'
    | 'outside';
  /** The system's own words, sizes and the like. */
  readonly detail: string;
}

const SENTENCES: Record<ReadFailure['code'], (detail: string) => string> = {
  binary: (detail) =>
    `This file is not text (${detail}), so nothing in it can be cited. Save it as text, or give it the ending of its real format.`,
  'too-large': (detail) =>
    `This file is too large to read (${detail}). Split it, or raise the setting "sourcewright.maximumSourceSize".`,
  'not-permitted': (detail) =>
    `Reading this file is not permitted (${detail}). Change its permissions; it is read again when it changes.`,
  gone: (detail) => `This file is no longer there (${detail}).`,
  unreadable: (detail) => `This file could not be read (${detail}).`,
  'unsupported-format': (detail) =>
    `Files of this format (${detail}) cannot be read. Save it as PDF, Word (.docx), OpenDocument (.odt), HTML or plain text; quotations from it are not checked.`,
  encrypted: () =>
    'This file is encrypted or protected by a password, so it cannot be read. Save a copy without the password; quotations from it are not checked.',
  damaged: (detail) =>
    `This file is damaged, or is not of the format that its ending says${inBrackets(detail)}. Save it again from the program that made it; quotations from it are not checked.`,
  'no-words': () =>
    'No text was found in this file: it may hold only pictures of pages. Have its text recognised (OCR), or save the text beside it; quotations from it are not checked.',
  'too-complex': (detail) =>
    `This file was not read, as it is built so that reading it takes too much${inBrackets(detail)}. Save its text as plain text; quotations from it are not checked.`,
  'too-slow': (detail) =>
    `Reading this file was stopped as it took longer than ${detail}. Split it, or save its text as plain text; quotations from it are not checked.`,
  'too-much-memory': (detail) =>
    `Reading this file was stopped as it took more than ${detail} of memory. Split it, or save its text as plain text; quotations from it are not checked.`,
  'too-many': (detail) =>
    `This file was not read, as with it more than ${detail} of text would be kept of this folder's sources. Leave others out with the setting "sourcewright.sources"; quotations from it are not checked.`,
  'no-listing': (detail) =>
    `This folder could not be listed (${detail}), so the sources in it are missing. Change its permissions.`,
  outside: (detail) =>
    `This leads out of the folder (${detail}). Only files within it are read: put the sources there.`,
};

const inBrackets = (detail: string): string => (detail === '' ? '' : ` (${detail})`);

/** What happened and what to do, in plain sentences. */
export const describeFailure = (failure: ReadFailure): string => SENTENCES[failure.code](failure.detail);

/** A failure of the file system as a failure to read. */
export function failureOf(path: string, error: unknown): ReadFailure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return { path, code: 'not-permitted', detail: code };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { path, code: 'gone', detail: code };
  return { path, code: 'unreadable', detail: code === '' ? message : code };
}
