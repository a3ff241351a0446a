import type { Edit } from './edit';

/** The lowest number that no footnote of the draft has. */
export function freeFootnoteLabel(draft: string): number {
  const taken = new Set([...draft.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1])));
  let label = 1;
  while (taken.has(label)) label++;
  return label;
}

/** An edit and the footnote it refers to, which is defined at the end of the draft. */
export function withDefinition(draft: string, main: Edit, label: number, text: string): Edit[] {
  const eol = draft.includes('\r\n') ? '\r\n' : '\n';
  const body = draft.trimEnd();
  const definition = `[^${label}]: ${text}${eol}`;
  if (main.offset >= body.length) {
    return [{ offset: main.offset, text: `${main.text.trimEnd()}${eol}${eol}${definition}` }];
  }
  const ending = draft.slice(body.length);
  const breaks = ending.split('\n').length - 1;
  const isDefinition = /(?:^|\n)\[\^[^\]]+\]:[^\n]*$/.test(body);
  return [
    main,
    { offset: draft.length, text: eol.repeat(Math.max(0, (isDefinition ? 1 : 2) - breaks)) + definition },
  ];
}
