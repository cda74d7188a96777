/**
 * Weda's own Omnidoc billing (`Buffer=`, weda.md 5.7) breaks when a stranger acts on the page. This notices a DOM
 * change, an event, a property or a request that is neither the page's nor the user's. A node added straight to
 * `html` or `body` is let through, with its own attributes: a panel has to stand somewhere.
 */
import type { FseTruth } from './fse-truth.ts';

type Held = HTMLInputElement | HTMLSelectElement;

const CONTROLS = 'form input, form select, .cdk-overlay-container input';
const held = (control: Held) =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)
    ? String(control.checked)
    : control.value;

/** Returns the wrapper the page draws with. */
export function guardOmnidoc(truth: FseTruth): (work: () => void) => void {
  const breakIt = (why: string) => {
    truth.omnidocBroken = true;
    truth.omnidocWhy.push(why);
  };
  const isPanelHost = (record: MutationRecord) =>
    record.type === 'childList' &&
    (record.target === document.body || record.target === document.documentElement) &&
    [...record.addedNodes, ...record.removedNodes].every(
      (node) => node instanceof Element && !node.matches('iframe') && node.id !== 'form1',
    );
  // What a panel does to its own box touches nothing of the page.
  const hosts = new WeakSet<Node>();
  const judge = (records: MutationRecord[]) => {
    for (const record of records) {
      if (record.type === 'attributes' && hosts.has(record.target)) continue;
      if (isPanelHost(record)) for (const node of record.addedNodes) hosts.add(node);
      else breakIt(`DOM: ${record.type} on ${record.target.nodeName.toLowerCase()}`);
    }
  };
  const observer = new MutationObserver(judge);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const known = new Map<Held, string>();
  const remember = () => {
    known.clear();
    for (const control of document.querySelectorAll<Held>(CONTROLS)) known.set(control, held(control));
  };
  // While a person's own press runs its course, the control has changed and is not yet known.
  let presses = 0;
  const check = () => {
    if (presses > 0) return;
    for (const [control, value] of known) {
      if (held(control) !== value) breakIt(`property of ${control.id || control.nodeName.toLowerCase()}`);
    }
    remember();
  };
  setInterval(check, 150);

  for (const type of ['click', 'input', 'change', 'keydown', 'blur', 'focusout']) {
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) {
          breakIt(`event: ${type}`);
          return;
        }
        presses += 1;
        setTimeout(() => {
          presses -= 1;
          remember();
        });
      },
      true,
    );
  }

  // Resource timing does not show what an isolated world fetches; the server does.
  const since = Date.now();
  let told = 0;
  const ask = async () => {
    const answer = await fetch(`/practice/strangers?since=${since}`);
    const strangers = (await answer.json()) as string[];
    for (const path of strangers.slice(told)) breakIt(`request: ${path}`);
    told = Math.max(told, strangers.length);
  };
  setInterval(() => void ask(), 400);

  return (work) => {
    judge(observer.takeRecords());
    check();
    work();
    observer.takeRecords();
    remember();
  };
}
