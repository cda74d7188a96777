/** The profiles that come with the extension, as their files say them: `parseProfile` judges them where they are used. */
import { matchesHost } from '../hosts.ts';
import type { Profile } from '../profile.ts';
import weda from './weda.jsonc';
import doctolib from './doctolib.jsonc';
import mlm from './mlm.jsonc';
import tamm from './tamm.jsonc';
import allianceGironde from './alliance-gironde.jsonc';
import avisDoc from './avis-doc.jsonc';
import axisanteLive from './axisante-live.jsonc';
import centre2soins from './centre2soins.jsonc';
import chorus from './chorus.jsonc';
import covotem from './covotem.jsonc';
import crossdoc from './crossdoc.jsonc';
import desmos from './desmos.jsonc';
import directAphp from './direct-aphp.jsonc';
import esea from './esea.jsonc';
import hellodoc from './hellodoc.jsonc';
import intellio from './intellio.jsonc';
import maieuticapp from './maieuticapp.jsonc';
import maiia from './maiia.jsonc';
import medaviz from './medaviz.jsonc';
import medicam from './medicam.jsonc';
import medimust from './medimust.jsonc';
import monsisra from './monsisra.jsonc';
import omnidoc from './omnidoc.jsonc';
import ortif from './ortif.jsonc';
import predice from './predice.jsonc';
import premierMedical from './premier-medical.jsonc';
import teleo from './teleo.jsonc';
import telis from './telis.jsonc';
import telmi from './telmi.jsonc';
import topazeAir from './topaze-air.jsonc';
import winortho from './winortho.jsonc';

export const rawProfiles: readonly unknown[] = [
  weda,
  doctolib,
  mlm,
  tamm,
  allianceGironde,
  avisDoc,
  axisanteLive,
  centre2soins,
  chorus,
  covotem,
  crossdoc,
  desmos,
  directAphp,
  esea,
  hellodoc,
  intellio,
  maieuticapp,
  maiia,
  medaviz,
  medicam,
  medimust,
  monsisra,
  omnidoc,
  ortif,
  predice,
  premierMedical,
  teleo,
  telis,
  telmi,
  topazeAir,
  winortho,
];

/**
 * The profile of an address, or `null`; secure pages only. A candidate host counts last: nothing of ours runs there
 * before the user has activated the site himself.
 */
export function profileFor(url: string, profiles: readonly Profile[]): Profile | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return null;
  const named = (hosts: readonly string[]) => hosts.some((host) => matchesHost(hostname, host));
  return (
    profiles.find(({ hosts }) => named(hosts)) ??
    profiles.find(({ candidateHosts = [] }) => named(candidateHosts.map(({ host }) => host))) ??
    null
  );
}
