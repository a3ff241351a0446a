import type { ReviewTexts } from '../../protocol/review-page';
import { make } from '../dom';

/** What a key or a button does. */
export type Action =
  | 'accept'
  | 'query'
  | 'reject'
  | 'takeBack'
  | 'previous'
  | 'next'
  | 'nextOpen'
  | 'openDraft'
  | 'openSource'
  | 'enterDraft'
  | 'enterSource';

const KEYS: Readonly<Record<string, Action>> = {
  a: 'accept',
  q: 'query',
  r: 'reject',
  u: 'takeBack',
  k: 'previous',
  j: 'next',
  n: 'nextOpen',
  d: 'openDraft',
  s: 'openSource',
  D: 'enterDraft',
  S: 'enterSource',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

/** What a key means; undefined where it is typed into a field or is the editor's. */
export function actionOf({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): Action | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return undefined;
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

const BUTTONS = [
  ['accept', 'query', 'reject', 'takeBack'],
  ['previous', 'next', 'nextOpen'],
  ['openDraft', 'openSource'],
] as const;

/** A button for each action that has one, with its key on it. */
export function toolbar(texts: ReviewTexts, run: (action: Action) => void): HTMLElement {
  const groups = BUTTONS.map((actions) =>
    make('div', { class: 'group' }, ...actions.map((action) => button(action, texts[action], run))),
  );
  return make('div', { role: 'toolbar', 'aria-label': texts.actions, class: 'actions' }, ...groups);
}

function button(action: Action, label: string, run: (action: Action) => void): HTMLElement {
  const key = Object.keys(KEYS).find((one) => KEYS[one] === action) ?? '';
  const element = make(
    'button',
    { type: 'button', class: action === 'accept' ? 'main' : undefined, 'aria-keyshortcuts': key },
    `${label} `,
    make('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()),
  );
  element.addEventListener('click', () => {
    run(action);
  });
  return element;
}
