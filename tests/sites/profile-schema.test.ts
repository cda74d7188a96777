import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stripComments } from 'jsonc-parser';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { fixedHosts } from '../../sites/hosts.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { profileFor, rawProfiles } from '../../sites/profiles/index.ts';
import { lintProfile } from '../../sites/selector-linter.ts';
import type { Profile } from '../../sites/profile.ts';

const folder = join(import.meta.dirname, '../../sites/profiles');
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonc'));
const profiles = rawProfiles.map(parseProfile);
const weda = profiles.find(({ id }) => id === 'weda') as Profile;

describe('every profile', () => {
  it('is listed', () => {
    expect(profiles.map(({ id }) => `${id}.jsonc`).sort()).toEqual([...files].sort());
  });

  it('names only what a vendor named', () => {
    for (const profile of profiles) expect(lintProfile(profile)).toEqual([]);
  });

  it.each(files)(
    '%s is written as the formatter writes it, and says the same without its comments',
    async (file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const filepath = join(folder, file);
      expect(await format(source, { ...(await resolveConfig(filepath)), filepath })).toBe(source);
      const normal = (text: string) => JSON.stringify(parse(text, [], { allowTrailingComma: true }));
      const raw = rawProfiles.find((profile) => `${(profile as Profile).id}.jsonc` === file);
      expect(normal(stripComments(source))).toBe(JSON.stringify(raw));
    },
  );

  it('comes through the judge as it went in', () => {
    for (const [index, raw] of rawProfiles.entries()) expect(profiles[index]).toEqual(raw);
  });

  it('writes only where somebody has seen the field', () => {
    for (const { evidence, screens } of profiles) {
      if (evidence.grade === 'source') continue;
      const writable = screens
        .flatMap(({ fields }) => Object.values(fields))
        .filter((map) => map && !map.readOnly && !map.guess && map.control !== 'display');
      // Labels that documentation quotes: nothing is written where the very words do not stand beside the field.
      const proved = (map: (typeof writable)[number]) => map?.labels ?? map?.expectText ?? map?.add;
      expect(writable.filter((map) => !proved(map))).toEqual([]);
      if (evidence.grade !== 'vendor-doc') expect(writable).toEqual([]);
    }
  });

  it('of a proved host is in the manifest, and only those are', () => {
    const proved = profiles
      .filter(({ evidence }) => (evidence.hosts ?? evidence.grade) === 'source')
      .flatMap(({ hosts }) => hosts);
    expect([...fixedHosts].sort()).toEqual([...new Set(proved)].sort());
  });
});

describe('the profile of Weda', () => {
  it('forbids the final button for good', () => {
    const secure = weda.screens.find(({ kind }) => kind === 'fse')?.actions?.['secure'];
    expect(secure).toMatchObject({ text: 'Sécuriser', never: true });
  });

  it('is read-only when Omnidoc opened the sheet', () => {
    expect(weda.off).toEqual([{ when: { query: 'Buffer' }, mode: 'read-only', why: expect.any(String) }]);
  });

  it('trusts no numbered id without a word beside it', () => {
    const maps = weda.screens.flatMap(({ fields }) => Object.values(fields));
    const numbered = maps.filter((map) => map?.find.some((path) => /mat-\w+-\d/.test(path)));
    expect(numbered.length).toBeGreaterThan(0);
    expect(numbered.every((map) => map?.expectText)).toBe(true);
  });
});

describe('what is known of a system', () => {
  it('is said: where it was read, or that no screen is known', () => {
    for (const { id, evidence, screens } of profiles) {
      expect(evidence.grade === 'none', id).toBe(screens.length === 0);
      expect(evidence.notes.length, id).toBeGreaterThan(40);
    }
  });

  it('never makes a guessed host one of ours', () => {
    const guessed = profiles.flatMap(({ candidateHosts = [] }) => candidateHosts.map(({ host }) => host));
    expect(guessed.length).toBeGreaterThan(0);
    expect(guessed.filter((host) => (fixedHosts as readonly string[]).includes(host))).toEqual([]);
    expect(guessed.filter((host) => profiles.some(({ hosts }) => hosts.includes(host)))).toEqual([]);
  });

  it('names every system once', () => {
    for (const key of ['id', 'name'] as const) {
      const names = profiles.map((profile) => profile[key].toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('covers the practice software and the platforms of the field', () => {
    const known = new Set(profiles.map(({ id }) => id));
    const wanted =
      'weda maiia axisante-live hellodoc intellio premier-medical desmos medimust chorus topaze-air maieuticapp winortho ortif predice medicam covotem telis alliance-gironde direct-aphp avis-doc crossdoc medaviz';
    expect(wanted.split(' ').filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('choosing a profile', () => {
  const over = (host: string, more: Partial<Profile> = {}): Profile => ({ ...weda, hosts: [host], ...more });

  it('takes every name under a wildcard, and not the bare one', () => {
    const wide = [over('*.logiciel.test')];
    for (const host of ['www.logiciel.test', 'a.b.logiciel.test'])
      expect(profileFor(`https://${host}/`, wide)).not.toBeNull();
    for (const host of ['logiciel.test', 'xlogiciel.test', 'www.logiciel.test.example.org'])
      expect(profileFor(`https://${host}/`, wide)).toBeNull();
  });

  it('believes a known host before a guessed one', () => {
    const guess = over('autre.test', { id: 'guess', candidateHosts: [{ host: 'a.test', grade: 'none' }] });
    expect(profileFor('https://a.test/', [guess, over('a.test', { id: 'known' })])?.id).toBe('known');
    expect(profileFor('https://a.test/', [guess])?.id).toBe('guess');
  });

  it('goes by the exact host, over https', () => {
    expect(profileFor('https://secure.weda.fr/vitalzen/fse.aspx', profiles)?.id).toBe('weda');
    for (const url of [
      'http://secure.weda.fr/',
      'https://secure.weda.fr.example.org/',
      'https://weda.fr/',
      'https://example.org/?secure.weda.fr',
      'nonsense',
      '',
    ]) {
      expect(profileFor(url, profiles)).toBeNull();
    }
  });
});

describe('a faulty profile', () => {
  const faulty = (change: (profile: Record<string, never>) => void): unknown => {
    const copy = structuredClone(weda) as never;
    change(copy);
    return copy;
  };
  const fse = (profile: unknown) =>
    (profile as Profile).screens[0] as unknown as Record<string, Record<string, never>>;

  it.each<[string, (profile: never) => void, RegExp]>([
    [
      'no host and a screen known by its address alone',
      (profile: Profile) => {
        profile.hosts = [];
        delete profile.screens[0]?.when.present;
      },
      /without hosts, every screen needs an element/,
    ],
    ['too wide a host', (profile: Profile) => (profile.hosts = ['*.fr']), /hosts\.0/],
    [
      'parts of nothing',
      (profile) => Object.assign(fse(profile)['fields'] ?? {}, { mode: { find: ['#a'], control: 'parts' } }),
      /mode: `parts` and its control go together/,
    ],
    [
      'an opening that waits for ever',
      (profile) =>
        Object.assign(fse(profile)['fields']?.['tp.amo'] ?? {}, {
          opens: [{ press: ['#a'], until: '#b', wait: 60_000 }],
        }),
      /tp\.amo\.opens\.0\.wait/,
    ],
    [
      'a host that is an address',
      (profile: Profile) => (profile.hosts = ['https://secure.weda.fr/']),
      /hosts\.0/,
    ],
    [
      'an unknown field',
      (profile) => Object.assign(fse(profile)['fields'] ?? {}, { 'acte.couleur': null }),
      /fields/,
    ],
    ['an unknown property', (profile) => Object.assign(profile, { selector: '#a' }), /selector/],
    [
      'a broken pattern',
      (profile) => Object.assign(fse(profile)['fields']?.['acte.total'] ?? {}, { pattern: '(' }),
      /acte\.total\.pattern: must be a valid pattern/,
    ],
    [
      'a pattern without its group',
      (profile) => Object.assign(fse(profile)['fields']?.['acte.total'] ?? {}, { pattern: 'Total' }),
      /acte\.total\.pattern/,
    ],
    [
      'a menu that nothing opens',
      (profile) =>
        Object.assign(fse(profile)['fields'] ?? {}, { mode: { find: ['vz-mode'], control: 'menu' } }),
      /mode: a menu must say how it is opened/,
    ],
    ['rows of nothing', (profile) => delete fse(profile)['acts'], /needs `acts`/],
    ['a screen anywhere', (profile) => Object.assign(fse(profile), { when: {} }), /a screen needs a path/],
    [
      'screens that nobody has seen',
      (profile: Profile) => (profile.evidence.grade = 'none'),
      /grade is `none`/,
    ],
    [
      'a host that nothing proves',
      (profile: Profile) => (profile.evidence.hosts = 'none'),
      /a host that nothing proves is a candidate/,
    ],
    ['a wildcard of everything', (profile: Profile) => (profile.hosts = ['*']), /hosts\.0/],
    ['a day that is none', (profile: Profile) => (profile.evidence.checkedOn = '2026-02-30'), /checkedOn/],
  ])('with %s is refused, and told where', (_name, change, message) => {
    expect(() => parseProfile(faulty(change as never))).toThrow(message);
    expect(() => parseProfile(faulty(change as never))).toThrow(/^Profile weda is not valid:/);
  });

  it.each([null, 3, 'weda', [], {}])('that is %j is refused without a stumble', (raw) => {
    expect(() => parseProfile(raw)).toThrow(/^Profile unnamed is not valid:/);
  });
});
