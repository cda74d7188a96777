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

/**
 * Tells whether the panel is truly seen: not covered, not faded, not filtered (security.md §1). `undefined` where the
 * browser cannot tell.
 */
export function watchVisibility(onChange: (visible: boolean | undefined) => void): () => void {
  const options: Tracked = { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    onChange(entry?.isVisible);
  }, options);
  const over = glass();
  observer.observe(over);
  return () => {
    observer.disconnect();
    over.remove();
  };
}
