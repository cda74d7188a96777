import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../rules/checks/index.ts';
import { exampleContext, exampleSheet, goodContext, goodSheet } from '../../rules/examples.ts';
import { lint } from '../../rules/lint.ts';
import { severityOrder } from '../../rules/severity.ts';
import { announce } from './announce.ts';

/** The public ids: used in files, in the settings and in tests, so none may go or change its meaning. */
const publicIds = [
  'acte.ferme',
  'acte.profession',
  'acte.tarif',
  'acte.cumul',
  'acte.depassement',
  'acte.quantite',
  'tp.amo',
  'tp.amc',
  'mode.securisation',
  'parcours.indicateur',
  'prescripteur.absent',
  'prescripteur.format',
  'prescripteur.cle',
  'prescripteur.soi-meme',
  'prescripteur.categorie',
  'prescripteur.date',
  'quota.atteint',
  'quota.une-fenetre',
  'quota.dernier',
  'doublon',
  'patient.eligibilite',
  'patient.hospitalise',
  'patient.nir',
  'structure.etablissement',
  'structure.meme-site',
  'kine.scor',
  'kine.plan',
  'consentement.absent',
  'urgence.contexte',
  'compte-rendu.absent',
];

const folder = new URL('../../rules/checks/', import.meta.url);
const ids = checks.map((check) => check.id);

describe('the rules as a set', () => {
  it('holds every public id, once', () => {
    expect(publicIds.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds every file of the folder, each named after its rule', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(files.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual([...ids].sort());
  });

  it('says nothing about a good sheet', () => {
    expect(lint(goodSheet, goodContext)).toEqual({ applies: true, findings: [], notChecked: [] });
  });
});

for (const check of checks) {
  describe(check.id, () => {
    it('has a title, at least one example each way', () => {
      expect(check.title).toMatch(/^[A-ZÀÉ].*\.$/);
      expect(check.examples.pass.length).toBeGreaterThan(0);
      expect(check.examples.fire.length).toBeGreaterThan(0);
    });

    for (const example of check.examples.pass) {
      it(`is silent: ${example.why}`, () => {
        const { findings, notChecked } = lint(exampleSheet(example), exampleContext(example));
        expect(findings.filter(({ rule }) => rule === check.id)).toEqual([]);
        expect(notChecked.filter(({ rule }) => rule === check.id)).toEqual([]);
      });
    }

    for (const example of check.examples.fire) {
      it(`fires: ${example.why}`, () => {
        const { findings, notChecked } = lint(exampleSheet(example), exampleContext(example));
        const own = findings.filter(({ rule }) => rule === check.id);
        expect(own.map(({ severity }) => severity)).toContain(example.severity);
        expect(notChecked.filter(({ rule }) => rule === check.id)).toEqual([]);
        for (const { message, source, severity } of own) {
          // One sentence: a capital or a quoted value first, one full stop, at the end.
          expect(message).toMatch(/^(?:[A-ZÀÉ0-9«])[^]*\.$/);
          expect(message).not.toMatch(/\s{2}|undefined|NaN|null|\[object|[.!?] [A-ZÀÉ]/);
          expect(message.length).toBeLessThan(260);
          expect(severityOrder.indexOf(severity)).toBeGreaterThanOrEqual(
            severityOrder.indexOf(check.severity),
          );
          expect(source.title).not.toBe('');
        }
      });
    }
  });
}
announce(
  'rules, examples',
  checks.reduce((sum, { examples }) => sum + examples.pass.length + examples.fire.length, 0),
);

describe('a certain fix', () => {
  const fixable = checks.flatMap((check) => check.examples.fire.map((example) => ({ check, example })));
  const fixes = fixable.flatMap(({ check, example }) =>
    lint(exampleSheet(example), exampleContext(example))
      .findings.filter((finding) => finding.rule === check.id && finding.fix)
      .map((finding) => ({ check, example, fix: finding.fix! })),
  );

  it('is offered by the rules that know what to write', () => {
    expect([...new Set(fixes.map(({ check }) => check.id))].sort()).toEqual([
      'acte.depassement',
      'acte.quantite',
      'acte.tarif',
      'mode.securisation',
      'parcours.indicateur',
      'tp.amc',
      'tp.amo',
    ]);
  });

  it.each(fixes)('$check.id, $example.why: resolves the finding', ({ check, example, fix }) => {
    const sheet = structuredClone(exampleSheet(example));
    const act = sheet.acts![0]!;
    if (fix.field === 'acte.montant') act.amount = fix.value as number;
    if (fix.field === 'acte.depassement') act.excess = fix.value as number;
    if (fix.field === 'acte.quantite') act.quantity = fix.value as number;
    if (fix.field === 'tp.amo') sheet.tiersPayant = { ...sheet.tiersPayant, amo: fix.value as boolean };
    if (fix.field === 'tp.amc') sheet.tiersPayant = { ...sheet.tiersPayant, amc: fix.value as boolean };
    if (fix.field === 'mode') sheet.securing = fix.value as 'sans-vitale';
    if (fix.field === 'parcours') sheet.carePath = fix.value as 'exclusion';
    const { findings } = lint(sheet, exampleContext(example));
    expect(findings.filter(({ rule }) => rule === check.id)).toEqual([]);
  });
});
