/** A new invoice: Prestation, the boxes of the advanced mode, Paiement. */
import type { Mode } from '../../truth/fse-truth.ts';
import { showCents, type Sheet } from '../../truth/sheet.ts';
import { toFrench, today } from '../../weda/days.ts';
import type { DoctolibPatient } from '../page-data.ts';
import { byOf, changeInvoice, closeInvoice, go, look, openInvoice, sent } from './app-state.ts';
import { Card, Choice, Tick } from './pieces.tsx';
import { PrescriberModal } from './prescriber-modal.tsx';
import { PrestationSearch } from './prestation-search.tsx';

/** Nobody has seen these two lists in the software: their words are those of the lexicon. */
const modes: Array<[Mode, string]> = [
  ['vitale', 'SESAM-Vitale'],
  ['sv', 'SESAM sans Vitale'],
  ['dg', 'Dégradé'],
];
const carePaths: Array<[string, string]> = [
  ['', 'Sélectionner'],
  ['MT', 'Je suis le médecin traitant'],
  ['O', 'Orienté par le médecin traitant'],
  ['A', 'Orienté par un autre médecin'],
  ['D', 'Accès direct spécifique'],
  ['U', 'Urgence'],
  ['H', 'Hors résidence habituelle'],
  ['E', 'Exclusion du parcours de soins'],
  ['N', 'Non-respect du parcours de soins'],
];

export function InvoicePage({ patient }: { patient: DoctolibPatient }) {
  const { sheet, isAdvanced, isPrescriberOpen } = openInvoice(patient.id);
  const { truth } = sheet;
  return (
    <div className={look('page')}>
      <h1 className={look('pageTitle')}>Nouvelle facture</h1>
      {truth.errors.map((message) => (
        <div key={message} role="alert" className={look('alert')}>
          {message}
        </div>
      ))}
      <Card title="Assurance">
        <div className={look('row')}>
          <span>Carte Vitale non insérée</span>
          <button type="button" className={look('link')}>
            Relire la carte Vitale
          </button>
          <span className={look('hint')}>Régime général, caisse 01 691</span>
        </div>
      </Card>
      <PrestationSearch sheet={sheet} />
      {isAdvanced ? <AdvancedCards sheet={sheet} /> : null}
      <Payment sheet={sheet} />
      <div className={look('footer')}>
        <button
          type="button"
          className={look('link')}
          onClick={() => changeInvoice({ isAdvanced: !isAdvanced })}
        >
          {isAdvanced ? 'Passer en mode simplifié' : 'Passer en mode avancé'}
        </button>
        <span className={look('spacer')} />
        <span className={look('total')}>Total : {showCents(sheet.totalCents)} €</span>
        <button
          type="button"
          className={look('secondary')}
          onClick={() => {
            closeInvoice();
            go(`/patients/${patient.id}/invoices`);
          }}
        >
          Annuler
        </button>
        <button
          type="button"
          className={look('primary')}
          onClick={(event) => finish(sheet, event.nativeEvent.isTrusted)}
        >
          Valider
        </button>
      </div>
      {isPrescriberOpen ? <PrescriberModal sheet={sheet} /> : null}
    </div>
  );
}

function finish(sheet: Sheet, isTrusted: boolean): void {
  if (sheet.truth.acts.length === 0) {
    sheet.fail('Ajoutez au moins une prestation');
    return;
  }
  if (sheet.isTeleexpertise && sheet.truth.prescriber.number === null) {
    sheet.fail('Informations sur le prescripteur obligatoires pour cette prestation');
    return;
  }
  sheet.secure(isTrusted);
  sent.unshift({
    patientId: sheet.truth.patientId,
    date: toFrench(today()),
    codes: sheet.truth.acts.map((act) => act.code).join(', '),
    amountCents: sheet.totalCents,
    state: 'À envoyer',
  });
  go(`/patients/${sheet.truth.patientId}/invoices`);
}

function AdvancedCards({ sheet }: { sheet: Sheet }) {
  const { truth } = sheet;
  const { number, date, name } = truth.prescriber;
  return (
    <>
      <Card title="Parcours et mode de facturation">
        <div className={look('row')}>
          <Choice
            label="Mode de sécurisation"
            value={truth.mode ?? ''}
            options={modes}
            onChoose={(value, by) => sheet.setMode(value as Mode, by)}
          />
          <Choice
            label="Parcours de soins"
            value={truth.orientation ?? ''}
            options={carePaths}
            onChoose={(value, by) => sheet.setOrientation(value, by)}
          />
          <Tick
            label="Accident causé par un tiers"
            isOn={truth.other['accident'] === true}
            onTick={(isOn, by) => sheet.setOther('accident', isOn, by)}
          />
        </div>
      </Card>
      <Card title="Autres">
        <div className={look('row')}>
          <div className={look('field')}>
            <span className={look('label')}>Informations sur le prescripteur</span>
            <span>
              {number
                ? `${name ?? 'Prescripteur'} · ${number} · ${date ? toFrench(date) : ''}`
                : 'Non renseigné'}
            </span>
          </div>
          <button
            type="button"
            className={look('secondary')}
            onClick={() => changeInvoice({ isPrescriberOpen: true })}
          >
            Saisie prescripteur
          </button>
        </div>
      </Card>
    </>
  );
}

const paymentModes = ['Carte bancaire', 'Chèque', 'Espèces', 'Virement'];

function Payment({ sheet }: { sheet: Sheet }) {
  const { truth } = sheet;
  const chosen = truth.other['paiement.mode'] ?? paymentModes[0];
  return (
    <Card title="Paiement">
      <div className={look('row')}>
        <Tick label="TP AMO" isOn={truth.tpAmo} onTick={(isOn, by) => sheet.setBox('tpAmo', isOn, by)} />
        <Tick label="TP AMC" isOn={truth.tpAmc} onTick={(isOn, by) => sheet.setBox('tpAmc', isOn, by)} />
      </div>
      <div className={look('row')} role="group" aria-label="Mode de règlement">
        {paymentModes.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-pressed={mode === chosen}
            className={look('chip', mode === chosen && 'chipOn')}
            onClick={(event) => sheet.setOther('paiement.mode', mode, byOf(event))}
          >
            {mode}
          </button>
        ))}
        <span className={look('spacer')} />
        <span>
          Reste à payer par le patient : <b>{showCents(sheet.dueCents)} €</b>
        </span>
      </div>
    </Card>
  );
}
