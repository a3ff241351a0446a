/** The page's own style: in the reader's light or dark, on paper always light. */
export const STYLE = `
:root {
  --text: #1d1f21; --faint: #5a5f66; --page: #fff; --line: #c9ccd1; --shade: #f3f4f6;
  --quoted: #fdeeb0; --differs: #fbd5d5; --good: #1a6e3c; --bad: #a61b1b; --link: #0b57a4;
  --bar-good: #2e8b57; --bar-near: #c77c02; --bar-bad: #c0392b; --bar-none: #8a9099;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --text: #e2e4e7; --faint: #a3a9b1; --page: #17191c; --line: #43474d; --shade: #212429;
    --quoted: #574a12; --differs: #6b2727; --good: #7fd1a0; --bad: #ff9d94; --link: #8ab8f0;
    --bar-good: #4caf7c; --bar-near: #d99a2b; --bar-bad: #e06c5f; --bar-none: #7d848d;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 72rem; color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
h1, h2, h3, h4, p { margin: 0; }
h1 { font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
h4 { margin: .75rem 0 .25rem; color: var(--faint); font-size: .875rem; }
a { color: var(--link); }
.faint, .where { color: var(--faint); }
.where { font-size: .875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .5rem; color: var(--faint); text-align: start; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: normal; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th[scope=row] { min-width: 7em; }
thead th { color: var(--faint); font-size: .875rem; overflow-wrap: normal; }
.number { text-align: end; }
.hash { font: .75rem/1.6 ui-monospace, monospace; }
.bar { display: block; width: 10rem; height: .8rem; margin-top: .35rem; }
.bar .good { fill: var(--bar-good); } .bar .near { fill: var(--bar-near); } .bar .bad { fill: var(--bar-bad); } .bar .none { fill: var(--bar-none); }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1.5rem; margin-top: 2rem; }
.filter label { display: grid; gap: .25rem; color: var(--faint); font-size: .875rem; }
.filter input, .filter select { height: 2.25rem; padding: 0 .5rem; color: var(--text); background: var(--page); border: 1px solid var(--faint); border-radius: 3px; font: inherit; font-size: 1rem; }
.filter input { width: 22rem; max-width: 100%; }
article { padding: 1rem 0; border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 20rem; }
[hidden] { display: none; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; }
.tag { padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .875rem; }
.tag.good { color: var(--good); } .tag.bad { color: var(--bad); } .tag.plain { color: var(--faint); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
blockquote { margin: .25rem 0; padding: .35rem .75rem; background: var(--shade); border-inline-start: 2px solid var(--line); overflow-wrap: anywhere; }
mark { color: inherit; background: var(--quoted); }
mark.differs { background: var(--differs); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
ul.plain { margin: .25rem 0; padding-inline-start: 1.25rem; }
.review { margin-top: .75rem; }
.note { white-space: pre-line; }
/* Where the reader's own colours are forced no background is left to tell what is quoted. */
@media (forced-colors: active) {
  mark { outline: 1px solid; }
  mark.differs { outline-style: dashed; }
  .tag.bad { border-width: 2px; font-weight: bold; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  @page { margin: 15mm 15mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); color: #5a5f66; font: 8pt system-ui, sans-serif; } }
  .filter, nav { display: none; }
  article { padding: .6rem 0; content-visibility: visible; break-inside: avoid; }
  /* No paper shows what was left out of it: the filter is the screen's. */
  article[hidden] { display: block; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .bar { width: 7rem; }
  mark, .bar, blockquote { print-color-adjust: exact; }
  .sides { grid-template-columns: 1fr 1fr; }
  a { color: inherit; text-decoration: none; }
}
`;
