/** Putting text into a field the way a person would leave it there. */
import { isShown } from '../labels.ts';

/** The prototype's own setter: frameworks shadow `value` on the element to notice whoever goes round them. */
function setNatively(element: Element, value: string): void {
  for (let above: unknown = Object.getPrototypeOf(element); above; above = Object.getPrototypeOf(above)) {
    const setter = Object.getOwnPropertyDescriptor(above, 'value')?.set;
    if (setter) return setter.call(element, value);
  }
}

const isEditor = (element: Element): element is HTMLElement =>
  (element as HTMLElement).isContentEditable && typeof (element as HTMLInputElement).value !== 'string';

/** The browser's own insertion, which editors listen to; the bare text where the browser will not. */
function typeInEditor(element: HTMLElement, text: string): void {
  const doc = element.ownerDocument;
  const held = doc.activeElement;
  element.focus({ preventScroll: true });
  doc.getSelection()?.selectAllChildren(element);
  const inserted = text === '' ? doc.execCommand('delete') : doc.execCommand('insertText', false, text);
  if (!inserted || (element.textContent ?? '').trim() !== text) {
    element.textContent = text;
    element.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }),
    );
  }
  if (held && held !== element && held !== doc.body) (held as HTMLElement).focus({ preventScroll: true });
}

/**
 * Key by key on `input`, which is what the software listens to; no `keydown`: letters are shortcuts of other extensions
 * on the same page (weda.md 5.8).
 */
export function typeInto(element: Element, text: string): void {
  if (isEditor(element)) return typeInEditor(element, text);
  const say = (data: string | null, inputType: string): void => {
    element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data, inputType }));
  };
  if (text === '') {
    setNatively(element, '');
    say(null, 'deleteContentBackward');
  }
  // A half-typed date is none: the browser's own fields are given the whole.
  const { type } = element as HTMLInputElement;
  const whole = type === 'date' || type === 'time' || type === 'month';
  for (let length = whole ? text.length || 1 : 1; length <= text.length; length++) {
    setNatively(element, text.slice(0, length));
    say(text.charAt(length - 1), 'insertText');
  }
}

type Signal = 'change' | 'tab' | 'blur' | 'enter';

const keyCodes = { Tab: 9, Enter: 13, Escape: 27 } as const;

export function pressKey(element: Element, key: keyof typeof keyCodes): void {
  const keyCode = keyCodes[key];
  for (const type of ['keydown', 'keyup']) {
    const init = { key, code: key, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
    element.dispatchEvent(new KeyboardEvent(type, init));
  }
}

/** A real move of the focus, then the focus back where the person had it. Said aloud where the window has no focus. */
function moveAway(element: HTMLElement, tab: boolean, meanwhile: () => void = () => undefined): void {
  const doc = element.ownerDocument;
  const held = doc.activeElement;
  let left = false;
  element.addEventListener('blur', () => (left = true), { once: true });
  element.focus({ preventScroll: true });
  meanwhile();
  if (tab) pressKey(element, 'Tab');
  element.blur();
  if (!left) {
    element.dispatchEvent(new FocusEvent('blur', { composed: true }));
    element.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  }
  if (held && held !== element && held !== doc.body && held.isConnected) {
    (held as HTMLElement).focus({ preventScroll: true });
  }
}

/** Enters the field, types, and leaves it, in one go. */
export const typeAndLeave = (element: Element, text: string): void =>
  moveAway(element as HTMLElement, false, () => {
    typeInto(element, text);
    give(element, 'change');
  });

/** One signal that the field is finished. */
export function give(element: Element, signal: Signal): void {
  if (signal === 'change') element.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  else if (signal === 'enter') pressKey(element, 'Enter');
  else moveAway(element as HTMLElement, signal === 'tab');
}

/** False where a person could not type either. */
export const typable = (element: Element): boolean => {
  const { disabled, readOnly, value } = element as HTMLInputElement;
  return !disabled && !readOnly && (typeof value === 'string' || isEditor(element)) && isShown(element);
};
