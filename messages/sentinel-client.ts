import { browser } from 'wxt/browser';
import type { Answer, Reply, RequestBody, RequestName, ToHand, ToPointer, ToSentinel } from './contract.ts';

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

/** Listens to what the background says to `name`, until `signal` says stop. */
export function listen<N extends 'sentinel' | 'hand' | 'pointer'>(
  name: N,
  onMessage: (message: Extract<ToSentinel | ToHand | ToPointer, { to: N }>) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown): undefined => {
    if ((message as { to?: unknown } | null)?.to === name)
      onMessage(message as Parameters<typeof onMessage>[0]);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener));
}
