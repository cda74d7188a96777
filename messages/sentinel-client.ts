import { browser } from 'wxt/browser';
import type { Answer, Reply, RequestBody, RequestName, ToSentinel } from './contract.ts';

/** Gone for good: the extension was updated or removed under the page. */
export class Orphaned extends Error {}

/**
 * Asks the background. Gives null when it refused or could not: the sentinel has nobody to complain to, and the page
 * must not notice. Throws `Orphaned` when there is no background any more.
 */
export async function send<N extends RequestName>(type: N, body: RequestBody<N>): Promise<Answer<N> | null> {
  if (!browser.runtime?.id) throw new Orphaned();
  try {
    const reply = (await browser.runtime.sendMessage({ v: 1, type, body })) as Reply<Answer<N>> | undefined;
    return reply?.ok ? reply.value : null;
  } catch {
    if (!browser.runtime?.id) throw new Orphaned();
    return null;
  }
}

/** Listens to the background until `signal` says stop. */
export function listen(onMessage: (message: ToSentinel) => void, signal: AbortSignal): void {
  const listener = (message: unknown): undefined => {
    if ((message as ToSentinel | null)?.to === 'sentinel') onMessage(message as ToSentinel);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener));
}
