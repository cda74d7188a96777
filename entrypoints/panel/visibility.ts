/** What Chromium adds to IntersectionObserver (v2); Firefox knows none of it. */
interface Tracked extends IntersectionObserverInit {
  trackVisibility: boolean;
  /** ms; the standard asks for 100 at least. */
  delay: number;
}

/** A sheet of glass over the whole frame: it stays where the frame is, however far its content is scrolled. */
function glass(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-hidden', 'true');
  Object.assign(element.style, { position: 'fixed', inset: '0', zIndex: '9', pointerEvents: 'none' });
  document.body.append(element);
  return element;
}

function observe(onChange: (visible: boolean | undefined) => void): IntersectionObserver {
  const options: Tracked = { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 };
  return new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    onChange(entry?.isVisible);
  }, options);
}

/**
 * Tells whether the panel is truly seen: not covered, not faded, not filtered (security.md §1). `undefined` where the
 * browser cannot tell.
 */
export function watchVisibility(onChange: (visible: boolean | undefined) => void): () => void {
  const observer = observe(onChange);
  const over = glass();
  observer.observe(over);
  return () => {
    observer.disconnect();
    over.remove();
  };
}

/** ms for the browser to draw a frame and answer: one that draws none for so long shows the panel to nobody. */
const ANSWER = 2_000;

/**
 * The same, as it is at this very moment: what watches is late by 100 ms and more, and a page could slip something over
 * the panel just before a click. Resolves with `false` where the browser does not answer.
 */
export function lookNow(): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const over = glass();
    const answer = (visible: boolean | undefined) => {
      clearTimeout(late);
      observer.disconnect();
      over.remove();
      resolve(visible);
    };
    const late = setTimeout(() => answer(false), ANSWER);
    const observer = observe(answer);
    observer.observe(over);
  });
}
