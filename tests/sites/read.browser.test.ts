import { beforeEach, describe, expect, it } from 'vitest';
import { readScreen, SETTLE_MAX, SETTLE_QUIET } from '../../sites/read.ts';
import type { FieldId } from '../../sites/model.ts';
import { address, el, SheetPage, weda } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

const fse = (knobs = {}) => new SheetPage(new VirtualClock(), knobs);
const read = (url = address(), calm?: { shownFor: number; quietFor: number }) =>
  readScreen(document, url, weda, 1, calm);
const value = (field: FieldId) => read()?.fields[field]?.value;

describe('a sheet', () => {
  it('is read with its patient, in three states', () => {
    fse();
    expect(read()).toMatchObject({
      screen: 'fse',
      mode: 'full',
      patient: {
        marker: '65407357',
        lastName: 'DESMAUX',
        firstName: 'Nathalie',
        birthDate: '1955-06-15',
        from: 'page',
      },
      acts: null,
      changed: [],
      settled: true,
    });
    expect(value('tp.amo')).toBe(false);
    expect(value('mode')).toBeNull();
    expect(read()?.fields['prescripteur.numero']).toEqual({
      value: undefined,
      provenance: 'mapped',
      missing: 'not-found',
    });
  });

  it('gives model words, and the page’s own text where it has no word or a vague one', () => {
    const page = fse();
    Object.assign(page.model, { mode: 'DG', parcours: 'Exclusion du parcours de soin', codes: ['rqd'] });
    page.draw();
    expect(value('mode')).toBe('degrade');
    expect(read()?.fields.parcours).toEqual({ value: 'exclusion', provenance: 'mapped' });
    expect(read()?.acts).toEqual([
      { code: 'rqd', quantity: undefined, amount: undefined, excess: undefined },
    ]);
    Object.assign(page.model, { mode: 'SESAM', parcours: 'Orienté par le MT' });
    page.draw();
    expect(read()?.fields.mode).toEqual({ value: undefined, provenance: 'mapped', shown: 'SESAM' });
    expect(read()?.fields.parcours).toMatchObject({ value: 'oriente', shown: 'Orienté par le MT' });
  });

  it('has an infant’s header read, which holds one span fewer', () => {
    fse();
    document.querySelector('#LabelInfoPatientNom span span')?.remove();
    expect(read()?.patient).toMatchObject({ lastName: 'DESMAUX', birthDate: '1955-06-15' });
  });

  it('whose boxes moved says which, once the page stands still, and not before', () => {
    fse({ shift: true });
    const early = read(address(), { shownFor: 500, quietFor: 80 });
    expect(early).toMatchObject({ settled: false, changed: [] });
    expect(read(address(), { shownFor: 5000, quietFor: SETTLE_QUIET })?.changed).toEqual([
      'tp.amo',
      'tp.amc',
    ]);
    expect(read(address(), { shownFor: SETTLE_MAX, quietFor: 10 })?.changed).toEqual(['tp.amo', 'tp.amc']);
    expect(value('tp.amo')).toBeUndefined();
  });

  it('opened from Omnidoc is read-only and says why', () => {
    fse();
    expect(read(address('&buffer=1'))).toMatchObject({
      mode: 'read-only',
      readOnlyWhy: expect.stringContaining('Omnidoc'),
    });
  });

  it('is recognised whatever the case of its address, and nothing else is', () => {
    fse();
    expect(read('https://secure.weda.fr/VitalZen/FSE.aspx?patdk=65407357%7C0')).toMatchObject({
      screen: 'fse',
      patient: { marker: '65407357' },
    });
    expect(read('https://secure.weda.fr/vitalzen/gestion.aspx')).toBeNull();
    expect(read('https://secure.weda.fr/vitalzen/fse.aspx')?.patient.marker).toBeNull();
    document.body.replaceChildren();
    expect(read()).toBeNull();
  });
});

const civil = 'ContentPlaceHolder1_EtatCivilUCForm1_';
const patientUrl = 'https://secure.weda.fr/FolderMedical/PatientViewForm.aspx?PatDk=65407357|0|0|0&crypt=abc';

function row(...cells: Array<Node | string>): HTMLElement {
  return el('tr', {}, ...cells.map((cell) => el('td', {}, cell)));
}

function billing(code: string, date: string, author: string): HTMLElement {
  const titles = (...names: string[]) => {
    const header = row(...names);
    header.className = 'labelil';
    return header;
  };
  return el(
    'div.sc',
    {},
    el('span.sp', {}, author),
    el(
      'div',
      { name: 'dh9' },
      el(
        'table.stxrec',
        {},
        titles('Date', 'Désignation', 'Actes', 'Montant'),
        row(date, 'FSE', code, '0.00'),
      ),
      el(
        'table.stxrec',
        {},
        titles('', 'Date', 'N°', 'Bénéficiaire', 'Actes', 'Total'),
        row(el('span.img16Fse'), date, '000123', 'DESMAUX NATHALIE', code, '10.00'),
        row(el('span.img16Noemie'), '01/01/2026', '', '', code, ''),
      ),
    ),
  );
}

function patientPage(...billed: HTMLElement[]): void {
  const span = (id: string, text: string) => el(`span#${civil}${id}`, {}, text);
  document.body.replaceChildren(
    el(
      'div#ContentPlaceHolder1_PanelPatient',
      {},
      el(
        `div#${civil}FramePatient`,
        {},
        el('i', { title: 'Sexe féminin' }),
        span('LabelPatientNom', 'DESMAUX'),
        span('LabelPatientPrenom', 'NATHALIE'),
        span('LabelPatientJeuneFille', '(née LEBRUN)'),
        el('div.naissance', {}, '15/06/1955 (70 ans)'),
        span('LabelPatientSecuriteSocial', '2 55 06 99 999 999 34'),
        el(`div#${civil}insiContainer`),
      ),
    ),
    el('div#ContentPlaceHolder1_DivScrollHistorique', {}, ...billed),
  );
}

describe('a patient page', () => {
  beforeEach(() => patientPage(billing('RQD', '02/11/2026', 'JM'), billing('G+MOP', '07/10/2026', 'PL')));

  it('gives the identity in normal form', () => {
    expect(read(patientUrl)?.patient).toEqual({
      marker: '65407357',
      lastName: 'DESMAUX',
      birthName: 'LEBRUN',
      firstName: 'NATHALIE',
      birthDate: '1955-06-15',
      sex: 'F',
      nir: '255069999999934',
      from: 'page',
    });
  });

  it('gives the INS when its island comes', () => {
    expect(read(patientUrl)?.settled).toBe(true);
    document.querySelector(`#${civil}insiContainer`)?.append(el('span.label', {}, '2550699999999 34'));
    expect(read(patientUrl)?.patient.ins).toBe('255069999999934');
  });

  it('reads no birth date where two dates stand', () => {
    document.querySelector('.naissance')?.append('décédé le 01/02/2026');
    expect(read(patientUrl)?.patient.birthDate).toBeUndefined();
  });

  it('reads an empty field as empty and an absent one as unread', () => {
    document.querySelector(`#${civil}LabelPatientJeuneFille`)?.replaceChildren();
    document.querySelector(`#${civil}LabelPatientSecuriteSocial`)?.remove();
    const patient = read(patientUrl)?.patient;
    expect(patient?.birthName).toBeNull();
    expect(patient?.nir).toBeUndefined();
  });

  it('counts each billing once, though two tables tell it, and leaves the returns out', () => {
    expect(read(patientUrl)?.history).toEqual([
      { code: 'RQD', actDate: '2026-11-02', author: 'JM' },
      { code: 'G', actDate: '2026-10-07', author: 'PL' },
      { code: 'MOP', actDate: '2026-10-07', author: 'PL' },
    ]);
  });

  it('falls back on the receipt when a billing shows no sheet', () => {
    document.querySelectorAll('.img16Fse').forEach((icon) => icon.closest('tr')?.remove());
    expect(read(patientUrl)?.history?.map(({ code }) => code)).toEqual(['RQD', 'G', 'MOP']);
  });

  it('says that it could not read a history whose columns changed, and that an empty one is empty', () => {
    document.querySelectorAll('.labelil').forEach((header) => header.remove());
    expect(read(patientUrl)?.history).toBeUndefined();
    patientPage();
    expect(read(patientUrl)?.history).toBeNull();
  });
});

describe('a page gone wrong', () => {
  it('is read without an error, whatever is missing from it', () => {
    fse();
    const nodes = [...document.querySelectorAll('body *')];
    for (const node of nodes.reverse()) {
      node.remove();
      expect(() => read()).not.toThrow();
      expect(() => read(patientUrl)).not.toThrow();
    }
  });

  it('is read without an error, whatever its elements are turned into', () => {
    fse();
    for (const field of document.querySelectorAll('input, select')) {
      const twin = el('div');
      for (const { name, value: text } of field.attributes) twin.setAttribute(name, text);
      field.replaceWith(twin);
    }
    expect(read()).toMatchObject({ screen: 'fse' });
    expect(value('tp.amo')).toBeUndefined();
  });
});
