import type { Offer } from '../../cases/take-over.ts';
import { frenchDate, spacedAm } from '../../cases/words.ts';
import type { PanelSession } from '../../messages/contract.ts';
import { Notice, Sign } from '../ui/sign.tsx';
import type { PanelProps } from './panel-props.ts';
import { Section } from './section.tsx';
import { otherSideTitles } from './words.ts';

const obstacles: Record<NonNullable<Offer['obstacle']>, string> = {
  patient: 'Identité du patient incomplète sur cette page\u00a0: rien ne peut être repris pour sa FSE.',
  number: 'Numéro AM non trouvé sur cette page.',
  'wrong-number': 'Ce numéro AM est incomplet ou mal formé\u00a0: il n’est pas repris.',
};

/** *du Dr NOËL*, *de Mme PETIT*, or nothing: the surname where capitals tell it, else the whole name. */
function ofPerson(name: string): string {
  if (!name) return '';
  const [, title = '', rest = name] = /^(dr|pr|docteur|professeur)\.?\s+(.+)$/i.exec(name) ?? [];
  const surname = rest.split(' ').filter((word) => word.length > 1 && word === word.toUpperCase());
  const words = surname.join(' ') || rest;
  return title ? ` du ${title} ${words}` : ` de ${words}`;
}

/** On a platform's page: the other side as it shows him, and the click that carries him to the sheet of the same patient. */
export function TakeOver({
  offer,
  carried,
  patientName,
  checkNumeroAm,
  onTakeOver,
}: {
  offer: Offer;
  carried: PanelSession['carried'];
  patientName: string;
  checkNumeroAm: PanelProps['checkNumeroAm'];
  onTakeOver: () => void;
}) {
  const { role, name, numeroAm, requestedOn, obstacle } = offer;
  const check = checkNumeroAm(numeroAm, false);
  const done = carried?.here === true && carried.numeroAm === numeroAm;
  const code = role === 'requerant' ? 'RQD' : 'TE2';
  return (
    <Section title={otherSideTitles[role]}>
      <p>{name || 'Nom non lu'}</p>
      <p className="numbers soft">
        {[numeroAm && `AM ${spacedAm(numeroAm)}`, requestedOn && `demande du ${frenchDate(requestedOn)}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {check.level === 'warn' && <Notice tone="warn">{check.message}</Notice>}
      {obstacle && <Notice tone="grey">{obstacles[obstacle]}</Notice>}
      <div role="status">
        {done && (
          <p className="said tone-clean">
            <Sign tone="clean" />
            Repris. Ouvrez la FSE de {patientName} dans les 30&nbsp;minutes&nbsp;: {code} y sera prêt à
            préparer.
          </p>
        )}
      </div>
      {!obstacle && !done && (
        <div className="take-over">
          <button type="button" className="button main" onClick={onTakeOver}>
            {role === 'requerant' ? `Reprendre le numéro AM${ofPerson(name)}` : 'Préparer ma réponse'}
          </button>
          <p className="soft">
            {role === 'requerant'
              ? `Pour la FSE de ${patientName}, et de personne d’autre.`
              : `Garde le numéro AM${ofPerson(name)} pour la FSE de ${patientName}.`}
          </p>
        </div>
      )}
    </Section>
  );
}

/** On a sheet: what was taken over for somebody else stays away, and says so. */
export function ForSomebodyElse({ carried }: { carried: NonNullable<PanelSession['carried']> }) {
  return (
    <Notice tone="info">
      Le numéro repris {carried.from}
      {carried.name && ` (${carried.name})`} est pour un autre patient&nbsp;: rien n’est repris ici.
    </Notice>
  );
}
