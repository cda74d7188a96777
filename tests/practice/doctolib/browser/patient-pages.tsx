/** Everything around the invoice: calendar, list of patients, patient file, list of invoices. */
import { useState } from 'react';
import { showCents } from '../../truth/sheet.ts';
import type { DoctolibPatient } from '../page-data.ts';
import { data, go, look, sent } from './app-state.ts';
import { Card } from './pieces.tsx';

export function PatientBanner({ patient, tab }: { patient: DoctolibPatient; tab: string }) {
  const tabs: Array<[string, string]> = [
    ['Résumé', `/patients/${patient.id}`],
    ['Factures', `/patients/${patient.id}/invoices`],
  ];
  return (
    <div className={look('banner')}>
      <span className={look('avatar')}>
        {patient.firstName.charAt(0)}
        {patient.lastName.charAt(0)}
      </span>
      <div>
        <h1 className={look('bannerName')}>
          {patient.civility} <span>{patient.lastName}</span> <span>{patient.firstName}</span>
        </h1>
        <div className={look('bannerInfo')}>
          {patient.birthName ? <span>née {patient.birthName}</span> : null}
          <span>{patient.sex === 'F' ? 'Femme' : 'Homme'}</span>
          <span>
            {patient.birth} ({patient.age})
          </span>
          <span>{patient.phone}</span>
        </div>
      </div>
      <nav className={look('tabs')}>
        {tabs.map(([name, path]) => (
          <button
            key={name}
            type="button"
            className={look('tab', name === tab && 'tabActive')}
            onClick={() => go(path)}
          >
            {name}
          </button>
        ))}
        {['Consultations', 'Documents', 'Rendez-vous', 'Messages'].map((name) => (
          <button key={name} type="button" className={look('tab')}>
            {name}
          </button>
        ))}
      </nav>
    </div>
  );
}

export function PatientPage({ patient }: { patient: DoctolibPatient }) {
  const details: Array<[string, string]> = [
    ['Nom de naissance', patient.birthName],
    ['Nom utilisé', patient.lastName],
    ['Premier prénom de naissance', patient.firstName],
    ['Date de naissance', patient.birth],
    ['Sexe', patient.sex === 'F' ? 'Féminin' : 'Masculin'],
    ['Matricule INS', patient.nir],
    ['Téléphone', patient.phone],
    ['Adresse', patient.address],
  ];
  return (
    <div className={look('page')}>
      <Card title="Informations administratives">
        <dl className={look('grid')}>
          {details.map(([name, value]) => (
            <div key={name}>
              <dt className={look('label')}>{name}</dt>
              <dd style={{ margin: 0 }}>{value || '—'}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="Dernière consultation">
        <p>Motif : suivi. Interrogatoire et examen sans particularité. Renouvellement du traitement.</p>
      </Card>
      <button
        type="button"
        className={look('primary')}
        onClick={() => go(`/patients/${patient.id}/invoices/new`)}
      >
        Nouvelle facture
      </button>
    </div>
  );
}

export function InvoicesPage({ patient }: { patient: DoctolibPatient }) {
  const own = sent.filter((one) => one.patientId === patient.id);
  const past = { date: '14/10/2026', codes: 'G', amountCents: 3000, state: 'Payée' };
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={look('page')}>
      <div className={look('row')}>
        <h1 className={look('pageTitle')}>Factures</h1>
        <span className={look('spacer')} />
        <button
          type="button"
          className={look('primary')}
          onClick={() => go(`/patients/${patient.id}/invoices/new`)}
        >
          Nouvelle facture
        </button>
      </div>
      <Card title="Historique de facturation">
        <table className={look('table')}>
          <thead>
            <tr>
              {['Date', 'N° facture', 'Prestations', 'Montant', 'AMO', 'AMC', 'Statut'].map((header) => (
                <th key={header} className={look('th')}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...own, past].map((one, index) => (
              <tr key={index}>
                <td className={look('td')}>{one.date}</td>
                <td className={look('td')}>00{412 - index}</td>
                <td className={look('td')}>{one.codes}</td>
                <td className={look('td')}>{showCents(one.amountCents)} €</td>
                <td className={look('td')}>{showCents(one.amountCents)} €</td>
                <td className={look('td')}>0,00 €</td>
                <td className={look('td')}>{one.state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {own.length > 0 ? (
        <Card title="Pièce justificative">
          <p className={look('info')}>Aucune ordonnance jointe à la facture.</p>
          <button type="button" className={look('secondary')} onClick={() => setIsOpen(!isOpen)}>
            Envoyer la facture
          </button>{' '}
          {isOpen ? (
            <button type="button" className={look('link')}>
              Envoyer la facture sans SCOR
            </button>
          ) : null}
        </Card>
      ) : null}
    </div>
  );
}

export function PatientsPage() {
  return (
    <div className={look('page')}>
      <h1 className={look('pageTitle')}>Gestion des patients</h1>
      <table className={look('table')}>
        <thead>
          <tr>
            {['Nom', 'Prénom', 'Date de naissance', 'Téléphone', 'Dernier rendez-vous'].map((header) => (
              <th key={header} className={look('th')}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.patients.map((patient) => (
            <tr key={patient.id} onClick={() => go(`/patients/${patient.id}`)} style={{ cursor: 'pointer' }}>
              <td className={look('td')}>{patient.lastName}</td>
              <td className={look('td')}>{patient.firstName}</td>
              <td className={look('td')}>{patient.birth}</td>
              <td className={look('td')}>{patient.phone}</td>
              <td className={look('td')}>12/11/2026</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CalendarPage() {
  const hours = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '14:00', '14:30', '15:00'];
  return (
    <div className={look('page')}>
      <h1 className={look('pageTitle')}>Semaine du 23 au 27 novembre 2026</h1>
      {hours.map((hour, row) => (
        <div key={hour} className={look('hour')}>
          <span className={look('hint')}>{hour}</span>
          {[0, 1, 2, 3, 4].map((day) => {
            const patient = (row * 3 + day) % 4 === 0 ? data.patients[(row + day) % 3] : undefined;
            return patient ? (
              <button
                key={day}
                type="button"
                className={look('slot')}
                onClick={() => go(`/patients/${patient.id}`)}
              >
                {patient.lastName} {patient.firstName} · Consultation de suivi
              </button>
            ) : (
              <span key={day} />
            );
          })}
        </div>
      ))}
    </div>
  );
}
