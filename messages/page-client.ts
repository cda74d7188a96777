import browser from 'webextension-polyfill';
import type { Answer, Reply, RequestBody, RequestName } from './contract.ts';
import { sentences } from './errors.ts';

/** Asks the background. Rejects with an `Error` whose message is a French sentence. */
export async function ask<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Answer<N>> {
  let reply: Reply<Answer<N>> | undefined;
  try {
    reply = (await browser.runtime.sendMessage({ v: 1, type: name, body })) as typeof reply;
  } catch {
    throw new Error(sentences.disconnected);
  }
  if (!reply) throw new Error(sentences.unexpected);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}
