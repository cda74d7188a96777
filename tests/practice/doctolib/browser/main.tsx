import { createRoot } from 'react-dom/client';
import { data, findPatient, go, look, useVersion } from './app-state.ts';
import { InvoicePage } from './invoice-page.tsx';
import { CalendarPage, InvoicesPage, PatientBanner, PatientPage, PatientsPage } from './patient-pages.tsx';

const rail: Array<[name: string, path: string]> = [
  ['Agenda', '/calendar/today/week'],
  ['Patients', '/patients'],
];

function Screen() {
  const [, first, id, second, third] = location.pathname.split('/');
  if (first === 'calendar') return <CalendarPage />;
  const patient = findPatient(id);
  if (!patient) return <PatientsPage />;
  const tab = second === 'invoices' ? 'Factures' : 'Résumé';
  return (
    <>
      <PatientBanner patient={patient} tab={tab} />
      {third === 'new' ? (
        <InvoicePage patient={patient} />
      ) : second === 'invoices' ? (
        <InvoicesPage patient={patient} />
      ) : (
        <PatientPage patient={patient} />
      )}
    </>
  );
}

function App() {
  useVersion();
  return (
    <div className={look('shell')}>
      <nav className={look('rail')} aria-label="Navigation principale">
        <span className={look('railLogo')}>d</span>
        {rail.map(([name, path]) => (
          <button
            key={name}
            type="button"
            className={look('railItem', location.pathname.startsWith(path.slice(0, 9)) && 'railActive')}
            onClick={() => go(path)}
          >
            {name}
          </button>
        ))}
        {['Tâches', 'Messages', 'Facturation', 'Statistiques'].map((name) => (
          <button key={name} type="button" className={look('railItem')}>
            {name}
          </button>
        ))}
      </nav>
      <main className={look('main')}>
        <header className={look('topbar')}>
          <input className={look('search')} type="search" placeholder="Rechercher un patient" />
          <span className={look('hint')}>Réplique de test : logiciel et personnes fictifs</span>
          <div className={look('user')}>
            <span className={look('avatar')}>{data.user.initials}</span>
            Dr {data.user.name}
          </div>
        </header>
        <Screen />
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
