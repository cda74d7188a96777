import browser from 'webextension-polyfill';
import type { Answer, PanelSession, RequestBody, RequestName, ToPanel } from './contract.ts';
import { ask } from './page-client.ts';

export interface PanelLink {
  /** Rejects with an `Error` whose message is a French sentence. */
  send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Answer<N>>;
  close(): void;
}

/** First wait before the port is opened again, in ms; doubled at each failure up to the ceiling. */
const FIRST_WAIT = 100;
const LAST_WAIT = 5_000;

/**
 * Keeps the panel joined to the background: the worker sleeps after 30 s and takes the port with it, so the port is
 * opened anew and the session comes again whole. `onSession(null)` means the extension itself is gone (updated or
 * removed): the page must be reloaded.
 */
export function connectPanel(token: string, onSession: (session: PanelSession | null) => void): PanelLink {
  let closed = false;
  let wait = FIRST_WAIT;
  let port: browser.Runtime.Port | null = null;

  const again = () => {
    if (closed) return;
    setTimeout(join, wait);
    wait = Math.min(wait * 2, LAST_WAIT);
  };

  function join() {
    if (closed) return;
    try {
      port = browser.runtime.connect({ name: 'panel' });
    } catch {
      closed = true;
      onSession(null);
      return;
    }
    port.onMessage.addListener((message: unknown) => {
      wait = FIRST_WAIT;
      onSession((message as ToPanel).session);
    });
    port.onDisconnect.addListener(again);
    ask('open', { token }).catch(() => undefined);
  }

  join();
  return {
    send: (name, body) => ask(name, body),
    close: () => {
      closed = true;
      port?.disconnect();
    },
  };
}
