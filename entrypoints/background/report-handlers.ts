/** *Enregistrer un rapport*: the structure of the page on screen, for the panel to show. */
import { ExpectedError } from '../../messages/errors.ts';
import type { Handlers } from '../../messages/server.ts';
import { matchesHost } from '../../sites/hosts.ts';
import type { FieldId, FieldReading, Reading } from '../../sites/model.ts';
import type { Profile } from '../../sites/profile.ts';
import { neutralWords } from '../../sites/structure/neutral-words.ts';
import { parseStructure, reportText, type ReportAbout } from '../../sites/structure/report.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Desk } from './desk.ts';

/** Host and profile only where they are ours: of any other site, nothing is said that could name a practice. */
export function reportAbout(
  reading: Reading | null,
  shipped: Profile | null,
  url: string | null,
): Omit<ReportAbout, 'version' | 'browser'> {
  const host = url && URL.canParse(url) ? new URL(url).hostname : null;
  const fields = Object.entries(reading?.fields ?? {}) as Array<[FieldId, FieldReading]>;
  const lost = fields.flatMap(([field, { missing }]) => (missing && missing !== 'closed' ? [field] : []));
  return {
    profile: shipped && { id: shipped.id, checkedOn: shipped.evidence.checkedOn },
    host: shipped?.hosts.find((pattern) => host !== null && matchesHost(host, pattern)) ?? null,
    screen: reading?.screen ?? null,
    missing: reading?.changed ?? [],
    absent: lost.filter((field) => !reading?.changed.includes(field)),
    found: fields.flatMap(([field, { missing }]) => (missing ? [] : [field])),
  };
}

export function reportHandlers(
  desk: Pick<Desk, 'structure' | 'about' | 'profiles' | 'addressOf'>,
  { tabs, knownPanel }: Pick<CaseDesk, 'tabs' | 'knownPanel'>,
): Pick<Handlers, 'pageReport'> {
  return {
    async pageReport(_, from) {
      await knownPanel(from);
      const { tabId } = from;
      const tab = tabId === null ? null : await tabs.read(tabId);
      if (!tab || tabId === null) throw new ExpectedError('no-page');
      const raw = await desk.structure(tabId, tab.frameId).catch(() => null);
      const structure = parseStructure(raw);
      if (!structure) throw new ExpectedError('no-structure');
      const shipped = await desk.profiles.shipped(tab.profileId);
      const about = reportAbout(tab.reading, shipped, await desk.addressOf(tabId));
      const neutral = neutralWords(desk.profiles.all);
      return {
        name: `volet-structure-${shipped?.id ?? 'autre'}.txt`,
        text: reportText(structure, { ...about, ...desk.about() }, neutral),
      };
    },
  };
}
