/** The settings page in its states, with a person who does not exist. */
import { consentMention, defaultMention } from '../../cases/consent-mention.ts';
import type { OptionsProps, SoftwareChoice } from '../../components/options/options-props.ts';
import type { Profile } from '../../sites/profile.ts';
import { ruleTitles } from './findings.ts';
import { checkNumeroAm, settings } from './sessions.ts';

const props = (over: Partial<OptionsProps> = {}): OptionsProps => ({
  settings,
  defaultMention,
  software: [{ id: 'weda', name: 'Weda', kind: 'ehr', hosts: ['secure.weda.fr'], reach: 'ready' }],
  hasAccess: async () => false,
  onAskAccess: async () => true,
  rules: Object.entries(ruleTitles).map(([id, title], index) => ({
    id,
    title,
    severity: index % 3 === 0 ? 'block' : 'warn',
  })),
  checkNumeroAm: (typed) => checkNumeroAm(typed, false),
  checkRpps: (typed) => {
    const length = typed.replace(/\s/g, '').length;
    if (length === 0) return { level: 'partial', message: '' };
    if (length < 11) return { level: 'partial', message: `${length} chiffres sur 11` };
    return length === 11
      ? { level: 'ok', message: '' }
      : { level: 'wrong', message: 'Un numéro RPPS a 11 chiffres.' };
  },
  mentionExample: (wording) =>
    consentMention(wording, 'Mme DURIEU Mathilde', {
      given: true,
      on: '2026-11-22',
      by: 'patient',
      how: 'oral',
    }),
  parse: () => ({ ok: false, message: 'Ce fichier n’est pas un export de réglages du volet.' }),
  onSave: () => Promise.resolve(),
  lock: { mode: 'device', open: true, locksAt: null, retryAt: 0, hasRecoveryFile: false },
  passphraseFault: (typed) =>
    typed.length < 12 ? 'Au moins 12 caractères : une phrase que vous retiendrez.' : null,
  onLock: {
    setPassphrase: () => Promise.resolve(),
    useDeviceKey: () => Promise.resolve(),
    saveRecoveryFile: () => Promise.resolve(),
    lock: () => Promise.resolve(),
  },
  ...over,
});

const known = (
  id: string,
  name: string,
  reach: SoftwareChoice['reach'],
  hosts: string[] = [],
  kind: SoftwareChoice['kind'] = 'ehr',
): SoftwareChoice => ({ id, name, kind, hosts, reach });

/** One of each way in which a system is known. */
export const manySoftware: SoftwareChoice[] = [
  known('weda', 'Weda', 'ready', ['secure.weda.fr']),
  known('maiia', 'Maiia', 'page'),
  known('hellodoc', 'HelloDoc', 'desktop'),
  known('omnidoc', 'Omnidoc', 'ready', ['app.omnidoc.fr'], 'platform'),
  known('monsisra', 'MonSisra', 'ask', ['www.sante-ra.fr', 'www.sante-ara.fr'], 'platform'),
];

const taughtProfile = (id: string, name: string, host: string): Profile => ({
  id,
  name,
  kind: 'ehr',
  hosts: [host],
  frames: 'all',
  evidence: { grade: 'none', checkedOn: '2026-11-26', notes: '' },
  off: [],
  taught: {},
  screens: [],
});

export const taughtState = (): Pick<OptionsProps, 'taught' | 'shown' | 'onTaught'> => ({
  taught: [
    taughtProfile('taught-atlas', 'Atlas', 'atlas.example.fr'),
    taughtProfile('taught-cabinet', 'Logiciel du cabinet', 'soins.cabinet-des-tilleuls.example.fr'),
  ],
  shown: {
    'taught-atlas': ['acte.code', 'tp.amo', 'tp.amc', 'mode', 'parcours', 'prescripteur.numero', 'final'],
    'taught-cabinet': ['acte.code'],
  },
  onTaught: {
    rename: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    read: () => Promise.resolve(),
    save: () => undefined,
    remove: () => Promise.resolve(),
    again: () => Promise.resolve(),
  },
});

export const optionStates: Record<string, () => OptionsProps> = {
  'options-first': () => props({ settings: null }),
  'options-software': () =>
    props({
      settings: { ...settings, software: manySoftware.map(({ id }) => id) },
      software: manySoftware,
      hasAccess: async () => false,
    }),
  options: () => props(),
  'options-taught': () => props(taughtState()),
  'options-locked': () =>
    props({ lock: { mode: 'passphrase', open: false, locksAt: null, retryAt: 0, hasRecoveryFile: true } }),
  'options-unprotected': () =>
    props({ lock: { mode: 'passphrase', open: true, locksAt: 1, retryAt: 0, hasRecoveryFile: false } }),
};
