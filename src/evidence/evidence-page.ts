import { citationArticle } from './citation-article';
import { coverageTable, relianceText } from './coverage';
import { outcomeOf, reviewStateOf, type EvidencePack, type PackedDraft } from './evidence-pack';
import { inline, said } from './markup';
import { SCRIPT } from './page-script';
import { STYLE } from './page-style';
import { standalonePage } from './standalone-page';

/** One page that stands by itself, to read, to search and to print. Whatever drafts and sources say is shown as text. */
export function evidencePage(pack: EvidencePack): string {
  const { name, at, version, drafts } = pack;
  const anchors = new Map(pack.sources.map(({ source }, index) => [source.key, `s${index + 1}`]));
  return standalonePage({
    title: `Evidence pack of ${name}`,
    style: STYLE,
    script: SCRIPT,
    body: [
      '<header>',
      `<h1>Evidence pack of ${inline(name)}</h1>`,
      `<p class="faint">Made ${said(at)} with Sourcewright ${said(version)}</p>`,
      contents(drafts),
      '</header>',
      '<main>',
      summary(pack),
      filter(drafts),
      ...drafts.map((draft, index) => draftSection(draft, index + 1, anchors)),
      sources(pack),
      unread(pack),
      '</main>',
    ],
  });
}

function contents(drafts: readonly PackedDraft[]): string {
  const links = [
    ['summary', 'Summary'],
    ...drafts.map(({ path }, index) => [`d${index + 1}`, path]),
    ['sources', 'Sources'],
    ['unread', 'Not read'],
  ].map(([id = '', text = '']) => `<li><a href="#${id}">${inline(text)}</a></li>`);
  return `<nav aria-label="Contents"><ul>${links.join('')}</ul></nav>`;
}

function summary(pack: EvidencePack): string {
  const items = pack.drafts.flatMap(({ citations }) => citations.map(({ item }) => item));
  const states = ['accepted', 'queried', 'rejected', 'stale', 'undecided'].map(
    (state) => `${items.filter((item) => reviewStateOf(item) === state).length} ${state}`,
  );
  const uncited = pack.drafts.reduce((sum, draft) => sum + draft.uncited.length, 0);
  return [
    '<section aria-labelledby="summary">',
    '<h2 id="summary">Summary</h2>',
    `<p>Citations: ${items.length}, of which ${items.filter(({ resolved }) => resolved).length} resolve. Review: ${states.join(', ')}.`,
    `Quotations without a citation, not checked: ${uncited}. Files not read: ${pack.unread.length}.</p>`,
    ...relianceText(pack),
    ...(items.length > 0 ? [coverageTable(pack)] : []),
    '</section>',
  ].join('\n');
}

function filter(drafts: readonly PackedDraft[]): string {
  const items = drafts.flatMap(({ citations }) => citations.map(({ item }) => item));
  const options = (names: readonly string[]) =>
    [...new Set(names)]
      .sort()
      .map((name) => `<option>${said(name)}</option>`)
      .join('');
  return [
    '<form class="filter" id="filter" role="search" aria-label="Citations" hidden>',
    '<label>Words<input type="search" id="filter-words" autocomplete="off"></label>',
    '<label>Verdict or decision<select id="filter-state"><option value="">All</option>',
    `<optgroup label="Verdict">${options(items.map(outcomeOf))}</optgroup>`,
    `<optgroup label="Decision">${options(items.map(reviewStateOf))}</optgroup></select></label>`,
    '<p role="status" class="faint" id="filter-shown"></p>',
    '</form>',
  ].join('\n');
}

function draftSection(
  { path, citations, uncited, dropped }: PackedDraft,
  number: number,
  anchors: ReadonlyMap<string, string>,
): string {
  const lost = uncited.map(({ line, words }) => `<li>line ${line}: “${inline(words)}”</li>`).join('');
  return [
    `<section aria-labelledby="d${number}">`,
    `<h2 id="d${number}">${inline(path)}</h2>`,
    ...(citations.length === 0 ? ['<p class="faint">Nothing is cited.</p>'] : []),
    ...citations.map((one) => citationArticle(one, number, anchors.get(one.item.citation.key))),
    ...(lost === ''
      ? []
      : [`<h3>Quotations without a citation, not checked</h3><ul class="plain">${lost}</ul>`]),
    ...(dropped > 0
      ? [`<p class="faint">Decisions on citations that are in the draft no more: ${dropped}.</p>`]
      : []),
    '</section>',
  ].join('\n');
}

function sources({ sources: cited, uncitedSources }: EvidencePack): string {
  const rows = cited.map(({ source, citations, hash }, index) => {
    const { key, path, title, author, issued, url, reliability, credibility } = source;
    const what = [author.join(', '), title ?? '', issued ?? '', url ?? ''].filter((part) => part !== '');
    return [
      `<tr id="s${index + 1}"><th scope="row">${inline(`@${key}`)}</th>`,
      `<td>${inline(what.join(' · '))}</td><td>${inline(path)}<br><span class="hash">${hash ?? 'not readable'}</span></td>`,
      `<td>${said(`${reliability ?? ''}${credibility ?? ''}`)}</td><td class="number">${citations}</td></tr>`,
    ].join('');
  });
  return [
    '<section aria-labelledby="sources">',
    '<h2 id="sources">Sources</h2>',
    '<table><caption>Sources cited, with the SHA-256 of each file as it lay on disk.</caption>',
    '<thead><tr><th scope="col">Key</th><th scope="col">Source</th><th scope="col">File and SHA-256</th><th scope="col">Admiralty code</th><th scope="col" class="number">Citations</th></tr></thead>',
    `<tbody>${rows.join('\n')}</tbody></table>`,
    `<p class="faint">Sources that nothing here cites: ${uncitedSources}.</p>`,
    '</section>',
  ].join('\n');
}

function unread({ unread: files }: EvidencePack): string {
  const items = files.map(({ path, message }) => `<li>${inline(path)}: ${inline(message)}</li>`).join('\n');
  return [
    '<section aria-labelledby="unread">',
    '<h2 id="unread">Not read</h2>',
    files.length === 0 ? '<p class="faint">Nothing.</p>' : `<ul class="plain">${items}</ul>`,
    '</section>',
  ].join('\n');
}
