/**
 * The hand: how a driver touches the page. Before every single write it waits for the page to be quiet, then compares
 * patient, screen and visibility in the same tick as the write itself.
 */
import { framesIn, selectAll } from './find.ts';
import { isShown } from './labels.ts';
import { press } from './press.ts';
import { readScreen } from './read.ts';
import { readOnlyWhy, recognise } from './recognise.ts';
import type { FieldId, FieldValue, Plan, Reading, WriteReport } from './model.ts';
import type { ScreenMap, SentinelProfile } from './profile.ts';

/** The page a plan is carried out on. */
export interface Access {
  doc: Document;
  profile: SentinelProfile;
  url(): string;
  visible(): boolean;
  /** ms. */
  now(): number;
  wait(ms: number): Promise<void>;
}

/** A writing ends here: nothing more is written. `undefined` = called off by our own side. */
export class Stopped extends Error {
  readonly why: WriteReport['why'];
  constructor(why?: WriteReport['why']) {
    super(why);
    this.why = why;
  }
}

/** A whole sheet takes about 20 writes; twice that means that the page and we are fighting. */
const MOST_WRITES = 45;
/** ms. A sheet takes 3 to 6 s, 15 s on a PC five times slower. */
const LONGEST = 40_000;
/** ms without a mutation before the next write (weda.md 5.4: 150 to 300). */
const QUIET = 180;
/** ms after which a page that never stands still is written to all the same, unless it says that it is busy. */
const RESTLESS = 3_000;
/** ms that a mandatory field may be away during a re-render. */
const AWAY = 4_000;
const TICK = 40;

/** What tells one patient from another on the sheet itself. */
const identity = ['patient.nom', 'patient.prenom', 'patient.naissance'] as const satisfies FieldId[];

export interface Hand {
  doc: Document;
  /** The screen as recognised at the last look. */
  screen(): ScreenMap;
  /** The screen as it is now, checked; throws `Stopped`. */
  read(): Reading;
  /** Waits until the page is quiet and whole; throws `Stopped`. */
  ready(): Promise<Reading>;
  /** Runs `action` once the page is ready, in the tick of the last check. `action` must find its element itself. */
  write<T>(action: () => T): Promise<T>;
  /** One click; `whole` = with the moves of a hand before it. */
  press(element: Element, whole?: boolean): boolean;
  /** Polls `test`, at most `ms`. */
  until(test: () => boolean, ms: number): Promise<boolean>;
  wait(ms: number): Promise<void>;
  /** ms since the last write; `Infinity` before the first. */
  sinceWrite(): number;
  release(): void;
}

export function openHand(plan: Plan, access: Access, signal: AbortSignal | undefined): Hand {
  const { doc, profile } = access;
  const begun = access.now();
  let writes = 0;
  let lastChange = begun;
  let lastWrite = -Infinity;
  let screen: ScreenMap | null = null;
  let patient: FieldValue[] | null = null;

  const observer = new MutationObserver(() => {
    lastChange = access.now();
  });
  const every = { childList: true, subtree: true, characterData: true, attributes: true };
  observer.observe(doc, every);
  const entered = new WeakSet<Document>();

  const busy = (): boolean => (profile.busy ?? []).some((selector) => selectAll(doc, selector).some(isShown));

  function read(): Reading {
    if (signal?.aborted) throw new Stopped();
    if (!access.visible()) throw new Stopped('hidden');
    if (access.now() - begun > LONGEST || writes > MOST_WRITES) throw new Stopped('timeout');
    for (const frame of profile.frames === 'all' ? framesIn(doc) : []) {
      if (entered.has(frame)) continue;
      entered.add(frame);
      observer.observe(frame, every);
      // Just come: not quiet yet.
      lastChange = access.now();
    }
    const url = access.url();
    if (readOnlyWhy(url, profile) !== null) throw new Stopped('read-only');
    screen = recognise(doc, url, profile);
    const reading = screen && readScreen(doc, url, profile, access.now());
    if (reading?.screen !== 'fse') throw new Stopped('page-changed');
    const { marker } = reading.patient;
    const named = 'identity' in (screen?.marker ?? profile.marker ?? {});
    // Where the names are the marker, names that are being drawn again say nothing: compared one by one below.
    if (marker !== plan.marker && !(named && marker === null)) throw new Stopped('patient-changed');
    const seen = identity.map((field) => reading.fields[field]?.value);
    patient ??= seen;
    // A header that is being drawn again says nothing; one that says something else is somebody else.
    const known = patient;
    if (seen.some((value, at) => value !== undefined && known[at] !== undefined && value !== known[at])) {
      throw new Stopped('patient-changed');
    }
    patient = seen.map((value, at) => value ?? known[at]);
    return reading;
  }

  async function ready(): Promise<Reading> {
    for (const since = access.now(); ; await access.wait(TICK)) {
      const reading = read();
      const now = access.now();
      const still =
        now - Math.max(lastChange, lastWrite) >= QUIET || now - Math.max(since, lastWrite) > RESTLESS;
      if (!still || busy()) continue;
      if (reading.changed.length === 0) return reading;
      if (now - since > AWAY) throw new Stopped('page-changed');
    }
  }

  return {
    doc,
    screen() {
      if (!screen) throw new Stopped('page-changed');
      return screen;
    },
    read,
    ready,
    async write(action) {
      await ready();
      if (read().changed.length > 0) throw new Stopped('page-changed');
      writes++;
      try {
        return action();
      } finally {
        lastWrite = access.now();
      }
    },
    press: (element, whole) => (screen ? press(element, screen, doc, whole) : false),
    async until(test, ms) {
      for (const since = access.now(); access.now() - since < ms; await access.wait(TICK)) {
        if (test()) return true;
      }
      return test();
    },
    wait: (ms) => access.wait(ms),
    sinceWrite: () => access.now() - lastWrite,
    release: () => observer.disconnect(),
  };
}
