import { createHmac, randomBytes } from 'node:crypto';
import { type Disposable, env, l10n, UIKind, type Uri, window } from 'vscode';
import type { PreviewPassage } from '../../protocol/references';
import { openPassage } from '../open-passage';
import { information } from '../tell';

/** Of this window, and told to nobody: no web page, draft or source can make a link that leads anywhere. */
const SECRET = randomBytes(32);

/** Publisher and name, as package.json has them: VS Code brings links with this authority here. */
const EXTENSION = 'sourcewright.sourcewright';

const LINK = /^\/passage\/([0-9a-f]{64})$/;

/** What the previews at hand have links to. */
export interface LinkedPassages {
  readonly passages: Iterable<PreviewPassage>;
}

/**
 * A link in Markdown's preview to a text that the preview cannot open itself: it leads back to this extension. It says nothing of
 * the place, which is looked up among those that the preview shows. Undefined where VS Code follows no such links: in a
 * browser its web views know only its own builds' kind.
 */
export const passageLink = (passage: PreviewPassage): string | undefined =>
  env.uiKind === UIKind.Desktop || env.uriScheme === 'vscode'
    ? `${env.uriScheme}://${EXTENSION}/passage/${signOf(passage)}`
    : undefined;

/** Opens the passages that our links name, and does nothing else with any link. */
export const followPassageLinks = (linked: LinkedPassages): Disposable =>
  window.registerUriHandler({
    handleUri: async ({ path }: Uri) => {
      const sign = LINK.exec(path)?.[1];
      const passage = sign && [...linked.passages].find((one) => signOf(one) === sign);
      if (passage) await openPassage({ ...passage, beside: false });
      else void information(l10n.t('This link leads to no passage that Markdown’s preview shows now.'));
    },
  });

const signOf = ({ uri, range: { start, end } }: PreviewPassage): string =>
  createHmac('sha256', SECRET)
    .update(JSON.stringify([uri, start.line, start.character, end.line, end.character]))
    .digest('hex');
