/** `Ajax.Updater` in a few lines: a POST whose answer is HTML, put in the place of what was there. */

/** Answers come back in the order they were asked for: an old one must not cover a newer one. */
const lastAsked = new WeakMap<Element, number>();
let count = 0;

export async function updateFrom(
  container: Element,
  action: string,
  latency: number,
  fields: Record<string, string>,
): Promise<void> {
  count += 1;
  const mine = count;
  lastAsked.set(container, mine);
  container.classList.add('loading');
  const answer = await fetch(`/index.php?m=jfse&a=${action}&latence=${latency}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const content = await answer.text();
  if (lastAsked.get(container) !== mine) return;
  container.classList.remove('loading');
  container.innerHTML = content;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** The 300 ms most autocompletes wait. */
export function whenTypingStops(work: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(work, 300);
}
