import { describe, expect, it } from 'vitest';
import { checks } from '../../rules/checks/index.ts';
import type { Check } from '../../rules/check.ts';
import { judge } from '../../rules/engine.ts';
import {
  answering,
  changes,
  exampleContext,
  exampleSheet,
  goodContext,
  goodSheet,
  line,
} from '../../rules/examples.ts';
import { lint } from '../../rules/lint.ts';
import type { Context, Sheet } from '../../rules/schema.ts';

const nothing = { findings: [], notChecked: [] };
const said = (sheet: Sheet, context: Context = goodContext) =>
  lint(sheet, context).findings.map(({ rule, severity }) => `${rule} ${severity}`);
const unchecked = (sheet: Sheet, context: Context = goodContext) =>
  lint(sheet, context).notChecked.map(({ rule }) => rule);

describe('a sheet without téléexpertise', () => {
  it.each([
    ['another act', { acts: [line('G', 3000)] }],
    ['no act', { acts: [] }],
    ['the acts looked for and none found', { acts: null }],
    ['an empty line', { acts: [{ code: null }] }],
  ])('is not judged: %s', (_why, sheet) => {
    expect(lint(exampleSheet({ why: '', sheet }), goodContext)).toEqual({ applies: false, ...nothing });
  });

  it('is not taken for one when its acts could not be read', () => {
    for (const acts of [undefined, [{}], [line('G', 3000), { amount: 1000 }]]) {
      const { applies, findings, notChecked } = lint({ ...goodSheet, acts }, goodContext);
      expect(applies).toBe(true);
      expect(findings).toEqual([]);
      expect(notChecked.map(({ rule }) => rule)).toEqual(checks.map(({ id }) => id));
    }
    const { notChecked } = lint({ ...goodSheet, acts: [line('G', 3000), {}] }, goodContext);
    expect(notChecked[0]!.missing).toEqual(['acts[1].code']);
  });

  it('beside one, a line that could not be read leaves the rules of a line unchecked', () => {
    const sheet = { ...goodSheet, acts: [line('RQD', 1000), {}] };
    expect(unchecked(sheet)).toContain('acte.cumul');
    expect(unchecked(sheet)).toContain('acte.tarif');
    expect(unchecked(sheet)).not.toContain('tp.amo');
  });
});

/** Which rules a value is needed by: taken away from the good sheet, exactly these are left unchecked. */
const neededBy: Record<string, readonly string[]> = {
  actDate: [
    'acte.ferme',
    'acte.profession',
    'acte.date',
    'acte.tarif',
    'prescripteur.date',
    'quota.atteint',
    'quota.une-fenetre',
    'quota.dernier',
    'doublon',
    'consentement.absent',
  ],
  'biller.profession': [
    'acte.profession',
    'acte.tarif',
    'quota.atteint',
    'quota.une-fenetre',
    'quota.dernier',
  ],
  'biller.numeroAm': [
    'prescripteur.soi-meme',
    'quota.atteint',
    'quota.une-fenetre',
    'quota.dernier',
    'doublon',
  ],
  'biller.territory': [],
  'biller.structure': [],
  'acts[0].amount': ['acte.tarif'],
  'acts[0].quantity': [],
  'acts[0].excess': [],
  'tiersPayant.amo': ['tp.amo'],
  'tiersPayant.amc': ['tp.amc'],
  securing: ['mode.securisation'],
  carePath: ['parcours.indicateur'],
  'prescriber.number': [
    'prescripteur.absent',
    'prescripteur.format',
    'prescripteur.cle',
    'prescripteur.soi-meme',
    'prescripteur.categorie',
  ],
  'prescriber.prescribedOn': ['prescripteur.date'],
  'prescriber.salaried': [],
  'prescriber.sameSite': ['structure.meme-site'],
  'patient.key': ['quota.atteint', 'quota.une-fenetre', 'quota.dernier', 'doublon'],
  'patient.nir': ['patient.nir'],
  'patient.birthDate': [],
  'patient.hospitalised': ['patient.hospitalise'],
  'patient.eligibility': [],
  today: ['acte.date'],
  history: ['quota.atteint', 'quota.une-fenetre', 'quota.dernier', 'doublon'],
  consent: ['consentement.absent'],
  requestText: ['urgence.contexte'],
  reportReceivedOn: ['compte-rendu.absent'],
  planDeTraitement: [],
  scor: [],
};

/** What an empty value makes fire. What needs a value to exist at all is left unchecked instead. */
const firedByEmpty: Record<string, readonly string[]> = {
  actDate: ['acte.date warn'],
  'acts[0].amount': ['acte.tarif warn'],
  'acts[0].quantity': ['acte.quantite warn'],
  'tiersPayant.amo': ['tp.amo block'],
  securing: ['mode.securisation warn'],
  carePath: ['parcours.indicateur warn'],
  'prescriber.number': ['prescripteur.absent block'],
  'prescriber.prescribedOn': ['prescripteur.date warn'],
  'patient.nir': ['patient.nir warn'],
  consent: ['consentement.absent warn'],
  reportReceivedOn: ['compte-rendu.absent info'],
};

function put(path: string, value: null | undefined): [Sheet, Context] {
  const sheet = structuredClone(goodSheet) as unknown as Record<string, unknown>;
  const context = structuredClone(goodContext) as Record<string, unknown>;
  const keys = path.replace('[0]', '.0').split('.');
  let at = path in goodContext ? context : sheet;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1)!] = value;
  return [sheet as unknown as Sheet, context as Context];
}

describe('the three states', () => {
  it.each(Object.entries(neededBy))('%s not read leaves its rules unchecked, and no other', (path, rules) => {
    const { findings, notChecked } = lint(...put(path, undefined));
    expect(findings).toEqual([]);
    expect(notChecked.map(({ rule }) => rule)).toEqual(rules);
    for (const { missing } of notChecked) expect(missing).toEqual([path]);
  });

  it.each(Object.keys(neededBy).filter((path) => path !== 'today'))(
    '%s empty says what is missing',
    (path) => {
      expect(said(...put(path, null))).toEqual(firedByEmpty[path] ?? []);
    },
  );

  it('a sheet of which nothing was read but its act says nothing is well', () => {
    const bare = { id: 'x', acts: [{ code: 'TE2' }] };
    const { findings, notChecked } = lint(bare, {});
    expect(findings).toEqual([]);
    // Left out: what has a default, and what concerns RQD only.
    const others = [
      'acte.cumul',
      'acte.depassement',
      'acte.quantite',
      'structure.etablissement',
      'kine.scor',
      'kine.plan',
    ];
    expect(notChecked.map(({ rule }) => rule)).toEqual(
      checks.map(({ id }) => id).filter((id) => !others.includes(id)),
    );
  });
});

describe('one finding does not hide behind another', () => {
  const full = exampleContext({
    why: '',
    context: {
      history: Array.from({ length: 5 }, () => ({
        code: 'RQD',
        actDate: '2022-04-05',
        patientKey: 'patient-1',
        billerNumeroAm: '991000019',
      })),
    },
  });

  it('a closed code silences profession, tariff and quota only', () => {
    const sheet = exampleSheet({
      why: '',
      sheet: {
        actDate: '2022-03-31',
        acts: [line('RQD', 9900, { excess: 100 })],
        biller: { profession: 'pharmacien' },
        prescriber: { prescribedOn: '2022-03-31' },
        patient: { eligibility: [] },
      },
    });
    expect(said(sheet, full)).toEqual([
      'acte.ferme block',
      'acte.depassement block',
      'patient.eligibilite block',
      'consentement.absent warn',
    ]);
  });

  it('a profession that may not bill silences tariff and quota only', () => {
    const sheet = exampleSheet({
      why: '',
      sheet: {
        actDate: '2022-04-05',
        acts: [line('RQD', 9900, { excess: 100 })],
        biller: { profession: 'orthophoniste' },
        prescriber: { prescribedOn: '2022-04-01' },
      },
    });
    expect(said(sheet, full)).toEqual([
      'acte.depassement block',
      'acte.profession warn',
      'doublon warn',
      'consentement.absent warn',
    ]);
  });

  it('each line of téléexpertise is judged, the sheet once', () => {
    const sheet = exampleSheet({
      why: '',
      sheet: { acts: [line('RQD', 1200), line('TE2', 2500)], tiersPayant: { amo: false } },
    });
    expect(said(sheet)).toEqual(['acte.tarif block', 'acte.cumul block', 'tp.amo block', 'acte.tarif block']);
  });
});

describe('the sheet as people write it', () => {
  it('reads codes in any case, numbers with spaces, null groups as empty', () => {
    const sheet = exampleSheet({
      why: '',
      sheet: { acts: [line(' rqd', 1000)], prescriber: { number: '99 1 00002 7' } },
    });
    expect(lint(sheet, goodContext)).toEqual({ applies: true, ...nothing });
    expect(said({ ...goodSheet, tiersPayant: null } as unknown as Sheet)).toEqual(['tp.amo block']);
  });

  it('takes a value of the wrong kind, or a day that does not exist, for one it could not read', () => {
    const amount = {
      ...goodSheet,
      acts: [{ code: 'RQD', quantity: 1, amount: '10,00', excess: 0 }],
    } as unknown as Sheet;
    expect(unchecked(amount)).toEqual(['acte.tarif']);
    for (const actDate of [
      '12/03/2026',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '0000-01-01',
      '',
    ]) {
      expect(unchecked({ ...goodSheet, actDate })).toEqual(neededBy.actDate);
    }
    expect(
      unchecked({
        ...goodSheet,
        biller: { ...goodSheet.biller, profession: 'astrologue' },
      } as unknown as Sheet),
    ).toEqual(neededBy['biller.profession']);
  });

  it('judges on the day of the act, never on that of sending', () => {
    const late = changes(answering, {
      actDate: '2025-12-31',
      sentDate: '2026-01-05',
      acts: [line('TE2', 2300)],
      prescriber: { prescribedOn: '2025-12-30' },
    });
    expect(said(exampleSheet({ why: '', sheet: late }))).toContain('acte.tarif block');
  });
});

describe('what is at stake', () => {
  const stake = (sheet: Sheet, rule: string, context = goodContext) =>
    lint(sheet, context).findings.find((finding) => finding.rule === rule)?.amountAtStake;

  it('is the difference for an amount, the act for what would be refused or paid to somebody else', () => {
    const te2 = exampleSheet({ why: '', sheet: changes(answering, { acts: [line('TE2', 2000)] }) });
    expect(stake(te2, 'acte.tarif')).toBe(300);
    expect(stake({ ...goodSheet, tiersPayant: { amo: false, amc: false } }, 'tp.amo')).toBe(1000);
    expect(stake({ ...goodSheet, tiersPayant: { amo: true, amc: true } }, 'tp.amc')).toBeUndefined();
    expect(
      stake({ ...goodSheet, acts: [{ code: 'RQD' }], tiersPayant: { amo: false } }, 'tp.amo'),
    ).toBeUndefined();
  });
});

describe('the child who is the patient', () => {
  const requestText = 'Sa fille a une déformation de la bouche.';
  const ask = (birthDate: string | null | undefined) =>
    lint(exampleSheet({ why: '', sheet: { patient: { birthDate } } }), { ...goodContext, requestText });

  it('is not taken for the family', () => {
    expect(ask('2020-01-01').findings.map(({ rule }) => rule)).toEqual(['urgence.contexte']);
    expect(ask('1980-01-01').findings).toEqual([]);
  });

  it('leaves the answer open when the age is not known and would decide', () => {
    for (const birthDate of [undefined, null]) {
      expect(ask(birthDate)).toMatchObject({
        findings: [],
        notChecked: [{ rule: 'urgence.contexte', missing: ['patient.birthDate'] }],
      });
    }
  });
});

describe('a rule that fails', () => {
  const broken: Check = {
    ...checks[0]!,
    id: 'rule.broken',
    check() {
      throw new Error('a bug of ours');
    },
  };

  it('is left unchecked and does not silence the others', () => {
    const sheet = exampleSheet({ why: '', sheet: { tiersPayant: { amo: false } } });
    const { findings, notChecked } = judge([broken, ...checks], sheet, goodContext);
    expect(findings.map(({ rule }) => rule)).toEqual(['tp.amo']);
    expect(notChecked).toEqual([{ rule: 'rule.broken', missing: [] }]);
  });

  it('may not block on an unconfirmed source', () => {
    const source = {
      id: 'X',
      title: 'X',
      url: null,
      date: null,
      checkedOn: '2026-11-22',
      confidence: 'SINGLE',
    } as const;
    const bold: Check = {
      ...broken,
      check: () => ({ rule: 'rule.bold', severity: 'block', message: 'X.', source }),
    };
    expect(judge([bold], goodSheet, goodContext).findings[0]!.severity).toBe('warn');
  });
});
