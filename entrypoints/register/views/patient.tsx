import { useCallback, useEffect, useMemo, useState } from 'react';
import { frenchDate } from '../../../cases/words.ts';
import { HomonymQuestion } from '../../../components/register/homonyms.tsx';
import { PatientCopy } from '../../../components/register/patient-copy.tsx';
import { PersonPick, personWords } from '../../../components/register/person-pick.tsx';
import { TypedConfirmation } from '../../../components/register/typed-confirmation.tsx';
import { saveFile } from '../../../components/ui/save-file.ts';
import { counted } from '../../../components/ui/format.ts';
import { Notice } from '../../../components/ui/sign.tsx';
import { homonymsOf } from '../../../ledger/homonyms.ts';
import { faultsOfHealth } from '../../../ledger/health.ts';
import type { Person } from '../../../ledger/overview/model.ts';
import type { PatientFile } from '../../../ledger/patient-file.ts';
import { isoDay } from '../../panel/day.ts';
import { useHomonyms } from '../homonyms.ts';
import { ruleTitles, softwareNames } from '../names.ts';
import { takeWantedProof } from '../proof.ts';
import type { RegisterView, ViewProps } from '../view.ts';

interface Chosen {
  person: Person;
  file: PatientFile;
}

const recordsOf = ({ acts, consents, reports, presses, cases, identities, damaged }: PatientFile): number =>
  [acts, consents, reports, presses, cases, identities, damaged].reduce((sum, each) => sum + each.length, 0) +
  acts.reduce((sum, { events }) => sum + events.length, 0);

function Patient({ desk, overview }: ViewProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [wanted] = useState(takeWantedProof);
  const [only, setOnly] = useState(wanted?.actId ?? null);
  const [trail, setTrail] = useState<{ whole: boolean; faults: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const people = useMemo(() => {
    const all = [...overview.acts, ...overview.consents, ...overview.reports, ...overview.cases];
    return [...new Map(all.map(({ person }) => [person.key, person])).values()];
  }, [overview]);
  const sorry = (error: unknown) =>
    setSaid({ ok: false, message: error instanceof Error ? error.message : 'Le registre n’a pas répondu.' });

  const read = useCallback(
    (person: Person) => {
      desk.register.patientFile(person.keys).then((file) => setChosen({ person, file }), sorry);
      desk.register.health().then((health) => {
        const faults = faultsOfHealth(health);
        setTrail({ whole: faults === 0, faults });
      }, sorry);
    },
    [desk],
  );
  const pick = (person: Person) => {
    setSaid(null);
    setOnly(null);
    setTrail(null);
    read(person);
  };
  useEffect(() => {
    if (wanted) read(wanted.person);
  }, [wanted, read]);
  const erase = ({ person }: Chosen) => {
    setBusy(true);
    desk.register
      .erasePatient(person.keys)
      .then((count) => {
        setChosen(null);
        setSaid({ ok: true, message: `${counted(count, 'enregistrement')} effacé${count > 1 ? 's' : ''}.` });
      }, sorry)
      .finally(() => setBusy(false));
  };
  const { answers, answer } = useHomonyms(desk);
  const homonyms = chosen && homonymsOf(chosen.person.keys, chosen.file.acts, answers);
  const { settings } = desk;
  return (
    <div className="sheets">
      <div className="unprinted">
        <p className="soft">Copie pour le patient (droit d’accès), preuve d’un acte, effacement.</p>
        <PersonPick people={people} onPick={pick} />
        <div role="status">{said && <Notice tone={said.ok ? 'clean' : 'block'}>{said.message}</Notice>}</div>
      </div>
      {chosen && (
        <>
          <div className="line unprinted">
            <select
              className="input"
              aria-label="Ce qui est montré"
              value={only ?? ''}
              onChange={(event) => setOnly(event.target.value || null)}
            >
              <option value="">Tout ce qui concerne ce patient</option>
              {chosen.file.acts.map(({ id, code, actDate }) => (
                <option key={id} value={id}>{`Preuve : ${code} du ${frenchDate(actDate)}`}</option>
              ))}
            </select>
            <button type="button" className="button" onClick={() => window.print()}>
              Imprimer
            </button>
            <button
              type="button"
              className="button"
              onClick={() =>
                saveFile(
                  `copie-registre-${isoDay(new Date())}.json`,
                  `${JSON.stringify(chosen.file, null, 2)}\n`,
                )
              }
            >
              Enregistrer le fichier
            </button>
          </div>
          {homonyms && (
            <HomonymQuestion
              homonyms={homonyms}
              acts={chosen.file.acts.length}
              onAnswer={(verdict) => answer(chosen.person, verdict)}
            />
          )}
          <PatientCopy
            {...chosen}
            only={only}
            today={isoDay(new Date())}
            ruleTitles={ruleTitles}
            software={softwareNames}
            who={settings && { name: settings.who.name, cabinet: settings.who.cabinet }}
            trail={trail}
          />
          <section className="sheet unprinted">
            <h2>Effacer ce patient</h2>
            <TypedConfirmation
              key={chosen.person.key}
              word="EFFACER"
              button="Effacer ce patient"
              busy={busy}
              onConfirm={() => erase(chosen)}
            >
              <p>
                {`${personWords(chosen.person)} : ${counted(recordsOf(chosen.file), 'enregistrement')}, pour toujours. `}
                Une sauvegarde plus ancienne ne les fera pas revenir. Ce qui est dans votre logiciel reste.
              </p>
            </TypedConfirmation>
          </section>
        </>
      )}
    </div>
  );
}

export const patient: RegisterView = { id: 'patient', title: 'Un patient', group: 'registre', View: Patient };
