/** What Chromium adds to IntersectionObserver (v2); Firefox knows none of it. */
interface Tracked extends IntersectionObserverInit {
  trackVisibility: boolean;
  /** ms; the standard asks for 100 at least. */
  delay: number;
}

/**
 * Tells whether the panel is truly seen: not covered, not faded, not filtered (security.md §1). `undefined` where the
 * browser cannot tell.
 */
export function watchVisibility(
  element: Element,
  onChange: (visible: boolean | undefined) => void,
): () => void {
  const options: Tracked = { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    onChange(entry?.isVisible);
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}
