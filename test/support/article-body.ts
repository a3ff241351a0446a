import { parseHTML } from 'linkedom';

/** What generators of documentation put around every page, and marks that lead to its headings. */
const AROUND =
  'nav, script, style, .nav-panel, .header, .navigation, .navfooter, .navheader, .top, .up, .footer, #footer, #path, .toplang, #quickview, .bottomlang, #comments_section, [role="navigation"], a.headerlink, a.mark, .toc, .picker, .api_stability_toc';

/** Where they put the page itself, the innermost first. */
const HOLDERS = ['div.body', '#apicontent', '[role="main"]', 'main', '#page-content'];

/** What LaTeX2HTML puts around its pages stands between remarks. */
const PANELS = /<!--\s*(Navigation Panel|Table of Child-Links)\s*-->[^]*?<!--\s*End of \1\s*-->/gi;

/** A page without what stands around its article, for programs that show a page whole. */
export function articleBody(page: string): string {
  const { document } = parseHTML(page.replace(PANELS, ''));
  const root = HOLDERS.map((holder) => document.querySelector(holder)).find(Boolean) ?? document.body;
  for (const element of [...root.querySelectorAll(AROUND)]) element.remove();
  return `<html><head><meta charset="utf-8"></head><body>${root.innerHTML}</body></html>`;
}
