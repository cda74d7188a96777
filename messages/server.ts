import type { z } from '../rules/zod.ts';
import { requests, type Answer, type Reply, type RequestName, type Sender } from './contract.ts';
import { ExpectedError, sentences, type ErrorCode } from './errors.ts';

/** What the browser says of a sender; nothing of it comes from the message itself. */
export interface From {
  door: Sender;
  /** Null for a page that is not in a tab (the popup). */
  tabId: number | null;
  frameId: number;
}

/** The part of `runtime.MessageSender` that is trusted. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/**
 * Which door a message came through, or null when it is none of ours. `home` is the extension's own address with its
 * final slash. A framed extension page can only be the panel: no other page of ours is web-accessible.
 */
export function doorOf(sender: RawSender, self: { id: string; home: string }): From | null {
  if (sender.id !== self.id || !sender.url) return null;
  const tabId = sender.tab?.id ?? null;
  const frameId = sender.frameId ?? 0;
  if (sender.url.startsWith(self.home)) {
    const framed = frameId !== 0;
    const isPanel = new URL(sender.url).pathname === '/panel.html';
    if (framed) return isPanel && tabId !== null ? { door: 'panel', tabId, frameId } : null;
    return { door: 'page', tabId, frameId };
  }
  if (tabId === null || !sender.url.startsWith('https://')) return null;
  return { door: 'sentinel', tabId, frameId };
}

export type Handlers = {
  [N in RequestName]: (body: z.output<(typeof requests)[N]['body']>, from: From) => Promise<Answer<N>>;
};

const failed = (code: ErrorCode): Reply<never> => ({ ok: false, error: { code, message: sentences[code] } });

const isName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name);

/** Turns another room's expected error into a code and its constant French sentence; null when it is a bug. */
export type Explain = (error: unknown) => { code: string; message: string } | null;

/** Checks the envelope, the door and the shape, then asks the handler. Never throws: an answer says what went wrong. */
export async function serve(
  handlers: Handlers,
  envelope: unknown,
  from: From | null,
  explain: Explain = () => null,
): Promise<Reply<unknown>> {
  const { type, body } = (envelope ?? {}) as { type?: unknown; body?: unknown };
  if (!isName(type)) return failed('malformed');
  const request = requests[type];
  if (!from || !(request.from as readonly Sender[]).includes(from.door)) return failed('not-for-you');
  const parsed = request.body.safeParse(body);
  if (!parsed.success) return failed('malformed');
  try {
    const handler = handlers[type] as (body: unknown, from: From) => Promise<unknown>;
    return { ok: true, value: (await handler(parsed.data, from)) ?? null };
  } catch (error) {
    if (error instanceof ExpectedError) return failed(error.code);
    const known = explain(error);
    return known ? { ok: false, error: known } : failed('unexpected');
  }
}
