import { describe, expect, test } from 'vitest';
import { movedFields } from '../../components/panel/field-words.ts';
import { screenOf, shownFindings, standingOf, uncheckedOf } from '../../components/panel/standing.ts';
import { findings } from './findings.ts';
import { states } from './sessions.ts';

const standing = (name: string) => {
  const props = states[name]?.();
  if (!props) throw new Error(name);
  const found = shownFindings(props.lint, []);
  const unchecked = uncheckedOf(props.lint?.notChecked ?? [], [], props.session?.reading ?? null);
  return standingOf(props, found, unchecked);
};

describe('the one line and the one colour', () => {
  test.each([
    ['fse-clean', 'clean', 'clean', 'Rien à signaler', 0],
    ['fse-warn', 'warn', 'warn', '2 points à vérifier', 2],
    ['fse-block', 'block', 'block', '2 points bloquants, 1 à vérifier', 3],
    ['fse-not-checked', 'warn', 'grey', '2 points non vérifiés', 2],
    ['fse-off-sheet', 'clean', 'clean', 'Rien à signaler', 0],
    ['fse-reading', 'clean', 'idle', 'Lecture en cours…', 0],
    ['fse-before-act', 'clean', 'idle', 'Pas encore d’acte de téléexpertise', 0],
    ['patient', 'clean', 'idle', 'Aucune FSE à l’écran', 0],
    ['patient-urgent', 'warn', 'warn', '2 points à vérifier', 2],
    ['locked', 'locked', 'locked', 'Registre verrouillé', 0],
  ])('%s', (name, state, tone, sentence, count) => {
    const said = standing(name);
    expect({ ...said, sentence: said.sentence.replaceAll('\u00a0', ' ') }).toEqual({
      state,
      tone,
      sentence,
      count,
    });
  });

  test('a page that has changed comes before any finding', () => {
    expect(standing('fse-changed').sentence).toBe(
      'Weda a changé\u00a0: le champ «\u00a0TP AMO\u00a0» n’est plus à sa place. Rien ne sera écrit.',
    );
  });
});

test('several moved fields are said together', () => {
  expect(movedFields(['tp.amo', 'mode', 'parcours'])).toBe(
    'les champs «\u00a0TP AMO\u00a0», «\u00a0Mode de sécurisation\u00a0» et «\u00a0Parcours de soins\u00a0» ne sont plus à leur place',
  );
});

test('findings are sorted by severity, then by money', () => {
  const { amo, consent, last, prescriberMissing } = findings;
  const dearer = { ...prescriberMissing, amountAtStake: 2300 };
  const found = shownFindings({ applies: true, findings: [last, consent, amo, dearer], notChecked: [] }, []);
  expect(found.map(({ rule }) => rule)).toEqual([dearer.rule, amo.rule, consent.rule, last.rule]);
});

describe('what was not checked', () => {
  test('is grouped by what is missing, and a rule switched off is left out', () => {
    const unchecked = uncheckedOf(
      [
        { rule: 'a', missing: ['prescriber.number'] },
        { rule: 'b', missing: ['prescriber.number'] },
        { rule: 'c', missing: ['acts[0].amount', 'context.consent'] },
        { rule: 'off', missing: ['history'] },
        { rule: 'd', missing: ['patient.hospitalised'] },
        { rule: 'e', missing: ['prescriber.sameSite'] },
      ],
      ['off'],
      null,
    );
    expect(unchecked).toEqual([
      {
        rules: ['a', 'b'],
        sentence: 'Non vérifié\u00a0: numéro du prescripteur (champ non trouvé)',
        offSheet: false,
      },
      {
        rules: ['c'],
        sentence: 'Non vérifié\u00a0: montant (champ non trouvé), consentement (non lu)',
        offSheet: false,
      },
      {
        rules: ['d', 'e'],
        sentence:
          'Non vérifié\u00a0: hospitalisation en cours, exercice sur le même site (la feuille ne le montre pas)',
        offSheet: true,
      },
    ]);
  });

  test('says when the field is there and is not what it should be', () => {
    const reading = states['fse-clean']?.().session?.reading;
    if (!reading) throw new Error('no reading');
    const unchecked = uncheckedOf([{ rule: 'tp.amo', missing: ['tiersPayant.amo'] }], [], {
      ...reading,
      fields: { 'tp.amo': { value: undefined, provenance: 'mapped', missing: 'unexpected' } },
    });
    expect(unchecked[0]?.sentence).toBe('Non vérifié\u00a0: TP AMO (champ inattendu)');
  });
});

test('a list of patients is no screen of ours', () => {
  const reading = states['fse-clean']?.().session?.reading;
  if (!reading) throw new Error('no reading');
  expect(screenOf({ ...reading, screen: 'list' })).toBe('none');
  expect(screenOf({ ...reading, screen: 'history' })).toBe('patient');
});
