/** What is being typed in the settings, before it is known to be right. Nothing typed is thrown away. */
import type { Settings } from '../../messages/contract.ts';
import type { Profession, Territory } from '../../rules/schema.ts';
import type { NumberCheck } from '../panel/panel-props.ts';
import type { OptionsProps } from './options-props.ts';

export type Draft = Omit<Settings, 'who'> & {
  who: Omit<Settings['who'], 'profession'> & { profession: Profession | '' };
};

/** Field of the form → French sentence. */
export type Problems = Partial<Record<'profession' | 'numeroAm' | 'rpps' | 'mention' | 'software', string>>;

export const professionNames: Record<Profession, string> = {
  medecin: 'Médecin',
  'sage-femme': 'Sage-femme',
  infirmier: 'Infirmier, infirmière',
  ipa: 'Infirmier en pratique avancée (IPA)',
  orthophoniste: 'Orthophoniste',
  'masseur-kinesitherapeute': 'Masseur-kinésithérapeute',
  'pedicure-podologue': 'Pédicure-podologue',
  orthoptiste: 'Orthoptiste',
  pharmacien: 'Pharmacien, pharmacienne',
  'chirurgien-dentiste': 'Chirurgien-dentiste',
};

export const territoryNames: Record<Territory, string> = {
  metropole: 'Métropole',
  drom: 'Guadeloupe, Guyane, Martinique, La Réunion',
  mayotte: 'Mayotte',
};

export function firstDraft({ settings, defaultMention, software }: OptionsProps): Draft {
  return (
    settings ?? {
      version: 1,
      who: { name: '', profession: '', numeroAm: '', rpps: '', cabinet: '', territory: 'metropole' },
      // One choice is no question; among many, the person says which.
      software: software.length === 1 ? software.map(({ id }) => id) : [],
      lock: 'device',
      mention: defaultMention,
      rulesOff: [],
      securing: 'sans-vitale',
    }
  );
}

const bare = (number: string): string => number.replace(/\s/g, '').toUpperCase();

const refused = ({ level, message }: NumberCheck, otherwise: string): string | undefined =>
  level === 'wrong' || level === 'partial' ? message || otherwise : undefined;

/** What keeps the draft from being saved; empty when nothing does. */
export function problemsOf(draft: Draft, props: OptionsProps): Problems {
  const { who } = draft;
  const found: Problems = {};
  if (!who.profession) found.profession = 'Choisissez votre profession.';
  const numeroAm = who.numeroAm.trim()
    ? refused(props.checkNumeroAm(who.numeroAm), 'Ce numéro AM est incomplet.')
    : 'Saisissez votre numéro AM : il figure sur vos feuilles de soins.';
  if (numeroAm) found.numeroAm = numeroAm;
  const rpps = who.rpps.trim()
    ? refused(props.checkRpps(who.rpps), 'Ce numéro RPPS est incomplet.')
    : undefined;
  if (rpps) found.rpps = rpps;
  if (draft.software.length === 0) found.software = 'Cochez au moins un logiciel.';
  if (!draft.mention.trim()) found.mention = 'La mention est vide\u00a0: saisissez un texte.';
  return found;
}

/** The draft as settings, or null while a profession is missing. */
export function settingsOf(draft: Draft): Settings | null {
  const { profession } = draft.who;
  if (!profession) return null;
  return {
    ...draft,
    mention: draft.mention.trim(),
    who: {
      ...draft.who,
      profession,
      name: draft.who.name.trim(),
      cabinet: draft.who.cabinet.trim(),
      numeroAm: bare(draft.who.numeroAm),
      rpps: bare(draft.who.rpps),
    },
  };
}
