import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requests } from '../../messages/contract.ts';
import { ExpectedError } from '../../messages/errors.ts';
import { doorOf, serve, type Handlers } from '../../messages/server.ts';

const self = { id: 'ours', home: 'chrome-extension://ours/' };
const from = (url: string, frameId = 0, tabId: number | null = 7) =>
  doorOf({ id: 'ours', url, frameId, ...(tabId !== null && { tab: { id: tabId } }) }, self);

const handlers = Object.fromEntries(
  Object.keys(requests).map((name) => [name, async () => name]),
) as unknown as Handlers;

describe('who speaks', () => {
  it('is told by the browser, never by the message', () => {
    expect(from('https://secure.weda.fr/vitalzen/fse.aspx')?.door).toBe('sentinel');
    expect(from('chrome-extension://ours/panel.html#word', 3)?.door).toBe('panel');
    expect(from('chrome-extension://ours/options.html')?.door).toBe('page');
  });

  it('is nobody of ours: another extension, a framed page that is not the panel, an insecure page', () => {
    expect(doorOf({ id: 'other', url: 'https://secure.weda.fr/', tab: { id: 1 } }, self)).toBeNull();
    expect(from('chrome-extension://ours/options.html', 3)).toBeNull();
    expect(from('http://secure.weda.fr/')).toBeNull();
    expect(from('chrome-extension://oursother/panel.html', 3)).toBeNull();
  });
});

describe('a request', () => {
  const sentinel = from('https://secure.weda.fr/');

  it('is refused when its door may not ask it: a page never gets settings, plans nor the register', async () => {
    for (const name of ['getSettings', 'saveSettings', 'plan', 'consent', 'override', 'saveCorrespondent']) {
      expect(await serve(handlers, { type: name, body: {} }, sentinel)).toMatchObject({
        ok: false,
        error: { code: 'not-for-you' },
      });
    }
  });

  it('is refused when malformed, whatever it is, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (junk) => {
        const reply = await serve(handlers, junk, sentinel);
        expect(reply.ok).toBe(false);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(requests)), fc.anything(), async (type, body) => {
        const reply = await serve(handlers, { v: 1, type, body }, sentinel);
        expect(reply).toHaveProperty('ok');
      }),
    );
  });

  it('takes a report on a field that was not found, whose values a message drops', async () => {
    const results = [{ field: 'prescripteur.numero', outcome: 'not-found' }];
    const report = { planId: 'p', kind: 'prepare', status: 'done', results, before: {}, took: 12 };
    expect(await serve(handlers, { type: 'report', body: { report } }, sentinel)).toMatchObject({ ok: true });
  });

  it('does not let names of the language’s own objects through', async () => {
    for (const type of ['constructor', '__proto__', 'toString']) {
      expect(await serve(handlers, { type, body: {} }, sentinel)).toMatchObject({
        error: { code: 'malformed' },
      });
    }
  });

  it('answers an expected error by its constant sentence, a bug without its text', async () => {
    const failing = (error: Error) =>
      serve(
        { ...handlers, hello: () => Promise.reject(error) },
        { type: 'hello', body: { url: 'https://x' } },
        sentinel,
      );
    expect(await failing(new ExpectedError('busy'))).toMatchObject({ error: { code: 'busy' } });
    const bug = await failing(new Error('DESMAUX NATHALIE'));
    expect(JSON.stringify(bug)).not.toContain('DESMAUX');
    expect(bug).toMatchObject({ error: { code: 'unexpected' } });
  });
});
