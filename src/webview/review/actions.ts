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
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

const WITH_SHIFT: Readonly<Record<string, Action>> = {
  d: 'enterDraft',
  s: 'enterSource',
};

/** Those that a key does again and again while it is held: nothing is decided by a key that nobody lets go. */
const HELD: readonly (Action | undefined)[] = ['previous', 'next'];

/** What a key means; undefined where it is typed into a field or is the editor's. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  const { target } = event;
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return undefined;
  return keyAction(event);
}

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a key means outside of fields. */
export function keyAction(key: Key): Action | undefined {
  if (key.ctrlKey || key.altKey || key.metaKey) return undefined;
  const name = nameOf(key);
  const actions = key.shiftKey && name.length === 1 ? WITH_SHIFT : KEYS;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  return key.repeat && !HELD.includes(action) ? undefined : action;
}

/** Caps Lock is no Shift. A layout without Latin letters has each of them where a keyboard of the US has it. */
function nameOf({ key, code }: Pick<Key, 'key' | 'code'>): string {
  const isOther = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  const letter = isOther ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  const name = letter ?? key;
  return name.length === 1 ? name.toLowerCase() : name;
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

/** Marks an action that has nothing to do here; its button keeps the focus, and says why when it is pressed. */
export function disable(actions: HTMLElement, action: Action, why: string | undefined): void {
  const element = actions.querySelector(`[data-action="${action}"]`);
  element?.setAttribute('aria-disabled', String(why !== undefined));
  if (why === undefined) element?.removeAttribute('title');
  else element?.setAttribute('title', why);
}

function button(action: Action, label: string, run: (action: Action) => void): HTMLElement {
  const key = Object.keys(KEYS).find((one) => KEYS[one] === action) ?? '';
  const element = make(
    'button',
    {
      type: 'button',
      class: action === 'accept' ? 'main' : undefined,
      'aria-keyshortcuts': key,
      'data-action': action,
    },
    `${label} `,
    make('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()),
  );
  element.addEventListener('click', () => {
    run(action);
  });
  return element;
}
