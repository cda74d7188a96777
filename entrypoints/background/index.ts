import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import type { ToPanel } from '../../messages/contract.ts';
import { doorOf, serve } from '../../messages/server.ts';
import { LedgerDatabase } from '../../ledger/database.ts';
import { openVault } from '../../ledger/vault.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { ledgerDoor } from './ledger-door.ts';
import { lockPolicy, watchLock } from './lock-watch.ts';
import { openOffice } from './handlers.ts';
import { profileDesk } from './profile-desk.ts';
import { siteDesk } from './site-desk.ts';
import type { Store } from './tab-state.ts';

const storeOf = (area: browser.Storage.StorageArea): Store => ({
  get: async (key) => (await area.get(key))[key],
  set: (key, value) => area.set({ [key]: value }),
  remove: (key) => area.remove(key),
});

/** One register at a time: the tab that shows it, else a new one. */
async function openRegisterPage(): Promise<void> {
  const url = browser.runtime.getURL('register.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Runs in the page. */
function pointerIsHere(): boolean {
  const { voletPointer } = globalThis as { voletPointer?: AbortController };
  return voletPointer !== undefined && !voletPointer.signal.aborted;
}

export default defineBackground(() => {
  const self = { id: browser.runtime.id, home: browser.runtime.getURL('') };
  const local = storeOf(browser.storage.local);
  const ports = new Set<browser.Runtime.Port>();
  const session = storeOf(browser.storage.session);
  const database = new LedgerDatabase();
  const policy = () => lockPolicy(local);
  const vault = openVault({ database, session, policy });
  const ledger = ledgerDoor({ database, session, vault });

  const office = openOffice({
    session,
    sessionKeys: async () => Object.keys(await browser.storage.session.get(null)),
    local,
    ledger,
    vault,
    profiles: profileDesk(rawProfiles.map(parseProfile), local),
    sites: siteDesk(),
    tell: async (tabId, frameId, message) => {
      await browser.tabs.sendMessage(tabId, message, { frameId });
    },
    async write(tabId, frameId, message) {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/hand.js'] });
      await browser.tabs.sendMessage(tabId, message, { frameId });
    },
    async bring(tabId, frameId, reader) {
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [`/${reader}.js`],
      });
    },
    async pointer(tabId, frameId, message) {
      const say = () => browser.tabs.sendMessage(tabId, message, { frameId });
      // A page without the cursor has nobody to tell to leave.
      if (message.type === 'stop') return void (await say());
      const target = { tabId, frameIds: [frameId] };
      const [known] = await browser.scripting.executeScript({ target, func: pointerIsHere });
      if (!known?.result) await browser.scripting.executeScript({ target, files: ['/pointer.js'] });
      await say();
    },
    async structure(tabId, frameId) {
      const target = { tabId, frameIds: [frameId] };
      const [told] = await browser.scripting.executeScript({ target, files: ['/structure.js'] });
      return told?.result;
    },
    about: () => ({
      version: browser.runtime.getManifest().version,
      browser: /(Firefox|Edg|OPR|Chrome)\/\d+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'inconnu',
    }),
    async again(tabId) {
      await browser.scripting.executeScript({ target: { tabId }, files: ['/sentinel.js'] });
    },
    addressOf: async (tabId) => (await browser.tabs.get(tabId)).url ?? null,
    async openAt(host) {
      const open = await browser.tabs.query({ url: `https://${host}/*` });
      const byUse = open.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
      return byUse.flatMap(({ id }) => id ?? []);
    },
    async front(tabId) {
      const { windowId } = await browser.tabs.update(tabId, { active: true });
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    },
    push(tabId, frameId, panelSession) {
      const message: ToPanel = { type: 'session', session: panelSession };
      for (const port of ports) {
        if (port.sender?.tab?.id === tabId && port.sender.frameId === frameId) port.postMessage(message);
      }
    },
    panels: () => [...ports].flatMap((port) => port.sender?.tab?.id ?? []),
    async openPage(page) {
      await (page === 'options' ? browser.runtime.openOptionsPage() : openRegisterPage());
    },
    now: Date.now,
  });

  watchLock({ session, vault, policy, onChange: office.lockChanged, sweep: office.sweep });

  // Every listener is registered before anything is awaited: a worker that wakes up is given its event only then.
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) =>
    serve(office.handlers, message, doorOf(sender, self), ledger.explain),
  );
  browser.runtime.onConnect.addListener((port) => {
    const door = port.sender && doorOf(port.sender, self);
    if (port.name !== 'panel' || door?.door !== 'panel') {
      port.disconnect();
      return;
    }
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
  });
  browser.tabs.onRemoved.addListener((tabId) => void office.closed(tabId));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle' && tab?.id !== undefined) void office.toggle(tab.id);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });

  // Content scripts may read storage.local by default: settings are none of a page's business.
  const closable = browser.storage.local as unknown as {
    setAccessLevel?: (access: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
  };
  void closable.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
});
