import { frenchDate } from '../../cases/words.ts';
import type { IdentityState, PanelPlace, Role } from '../../messages/contract.ts';
import type { PatientReading } from '../../sites/model.ts';
import { Choice } from '../ui/choice.tsx';
import { ageOn, maskedNir } from '../ui/format.ts';
import { Icon, Sign, type Tone } from '../ui/sign.tsx';
import type { PanelEvents } from './panel-props.ts';

const identities: Record<IdentityState, readonly [Tone, string]> = {
  read: ['clean', 'Identité lue'],
  incomplete: ['warn', 'Identité incomplète'],
  different: ['block', 'Identité différente du dossier'],
};

const roles = [
  ['requerant', 'Je demande (RQD)'],
  ['requis', 'Je réponds (TE2)'],
] as const;

/** `DURIEU Nathalie`, or what was read of it. */
export const patientName = (patient: PatientReading | null): string =>
  [patient?.lastName ?? patient?.birthName, patient?.firstName].filter(Boolean).join(' ');

/** Birth name where it differs, birth date and age: what tells two namesakes apart. */
function particulars(patient: PatientReading, today: string): string[] {
  const { birthName, lastName, birthDate, sex } = patient;
  const born = sex === 'M' ? 'né' : 'née';
  const age = birthDate ? ageOn(birthDate, today) : '';
  return [
    birthName && lastName && birthName !== lastName ? `${born} ${birthName}` : '',
    birthDate ? frenchDate(birthDate) : 'date de naissance non lue',
    age,
  ].filter(Boolean);
}

/** To the other edge of the window, and away. */
export function PanelControls({ place, onPlace }: { place: PanelPlace; onPlace: PanelEvents['place'] }) {
  const away = place.side === 'right' ? 'left' : 'right';
  const move = away === 'left' ? 'Déplacer à gauche' : 'Déplacer à droite';
  return (
    <div className="controls">
      <button
        type="button"
        className="button icon"
        title={move}
        aria-label={move}
        onClick={() => onPlace({ ...place, side: away })}
      >
        <Icon name={away === 'left' ? 'toLeft' : 'toRight'} />
      </button>
      <button
        type="button"
        className="button icon"
        title="Fermer le volet (Échap)"
        aria-label="Fermer le volet"
        onClick={() => onPlace({ ...place, open: false })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** **Qui**: the patient as read, and on which side of the téléexpertise the user stands. */
export function Who({
  patient,
  identity,
  role,
  place,
  today,
  on,
}: {
  patient: PatientReading | null;
  identity: IdentityState;
  role: Role;
  place: PanelPlace;
  today: string;
  on: Pick<PanelEvents, 'role' | 'place' | 'completeIdentity'>;
}) {
  const [tone, state] = identities[identity];
  const nir = patient?.ins || patient?.nir;
  return (
    <header className="who">
      <div className="who-top">
        <h1>{patientName(patient) || 'Patient non lu'}</h1>
        <PanelControls place={place} onPlace={on.place} />
      </div>
      {patient && <p className="numbers">{particulars(patient, today).join(' · ')}</p>}
      <div className="who-state">
        {nir && (
          <p className="numbers">
            <span className="soft">{patient?.ins ? 'INS' : 'NIR'}</span> <span>{maskedNir(nir)}</span>
          </p>
        )}
        {patient && (
          <p className={`identity tone-${tone}`}>
            <Sign tone={tone} />
            {state}
          </p>
        )}
      </div>
      {patient?.marker && identity === 'incomplete' && (
        <button type="button" className="button" onClick={on.completeIdentity}>
          Compléter l’identité
        </button>
      )}
      <Choice label="Mon rôle" value={role} options={roles} onChoose={on.role} />
    </header>
  );
}
