import { frenchDate, frenchEuros } from '../../cases/words.ts';
import type { MonthSums, Sum } from '../../ledger/export/month-sums.ts';
import type { ActRow } from '../../ledger/overview/model.ts';
import { counted } from '../ui/format.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Opening, type ActsProps } from './acts/acts.tsx';
import { amNumber, figure, personName, standingWords } from './acts/words.ts';
import { BillerField } from './biller-field.tsx';

const longMonth = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
/** `2026-03` → `mars 2026`. */
export const monthName = (month: string): string => longMonth.format(new Date(`${month}-15T12:00:00Z`));

export interface MonthSheetProps extends Pick<ActsProps, 'opening' | 'damaged' | 'today'> {
  /** `YYYY-MM`, the latest first. */
  months: readonly string[];
  month: string;
  onMonth: (month: string) => void;
  billers: readonly string[];
  biller: string;
  onBiller: (biller: string) => void;
  /** Acts of that month, the first day first. */
  acts: readonly ActRow[];
  sums: MonthSums;
  /** Practitioner of this computer, for the head of the sheet. */
  who: { name: string; cabinet: string; numeroAm: string } | null;
  onPrint: () => void;
}

/** **Relevé du mois**: acts of one month and their sums, as they will stand on paper. */
export function MonthSheet(props: MonthSheetProps) {
  const { months, month, acts, sums, who, biller, today } = props;
  const number = biller || (props.billers.length === 1 ? props.billers[0] : '');
  const head = [
    who?.name,
    who?.cabinet,
    number && `N° AM ${amNumber(number)}`,
    `édité le ${frenchDate(today)}`,
  ];
  return (
    <>
      <Opening opening={props.opening} damaged={props.damaged} />
      {months.length === 0 ? (
        !props.opening && (
          <p className="nothing soft">Aucun acte pour l’instant : il n’y a pas de mois à imprimer.</p>
        )
      ) : (
        <>
          <div className="bar unprinted">
            <SelectField
              label="Mois"
              value={month}
              options={Object.fromEntries(months.map((each) => [each, monthName(each)]))}
              onChoose={props.onMonth}
            />
            <BillerField {...props} />
            <button type="button" className="button main" onClick={props.onPrint}>
              Imprimer le mois
            </button>
          </div>
          <article className="paper" aria-labelledby="releve">
            <header>
              <h2 id="releve">Téléexpertises de {monthName(month)}</h2>
              <p className="soft">{head.filter(Boolean).join(' · ')}</p>
            </header>
            <Sums sums={sums} />
            <ActLines acts={acts} />
          </article>
        </>
      )}
    </>
  );
}

const Amounts = ({ sum }: { sum: Sum }) => (
  <>
    <td className="right">{figure(sum.acts)}</td>
    <td className="right">{frenchEuros(sum.amount)}</td>
    <td className="right">{sum.paid > 0 ? frenchEuros(sum.paid) : ''}</td>
  </>
);

function Sums({ sums }: { sums: MonthSums }) {
  return (
    <section aria-labelledby="totaux">
      <h3 id="totaux">Totaux</h3>
      <table className="plain numbers sums-of">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">État</th>
            <th scope="col" className="right">
              Actes
            </th>
            <th scope="col" className="right">
              Montant
            </th>
            <th scope="col" className="right">
              Payé
            </th>
          </tr>
        </thead>
        {sums.codes.map(({ code, states, billed }) => (
          <tbody key={code} data-code={code}>
            {states.map((sum, index) => (
              <tr key={sum.state}>
                <td>{index === 0 ? code : ''}</td>
                <td>{sum.state}</td>
                <Amounts sum={sum} />
              </tr>
            ))}
            {(states.length > 1 || states[0]?.acts !== billed.acts) && (
              <tr className="total">
                <th scope="row" colSpan={2}>
                  {code} facturés
                </th>
                <Amounts sum={billed} />
              </tr>
            )}
          </tbody>
        ))}
        {sums.codes.length > 1 && (
          <tbody data-code="tous">
            <tr className="total">
              <th scope="row" colSpan={2}>
                Total facturé
              </th>
              <Amounts sum={sums.billed} />
            </tr>
          </tbody>
        )}
      </table>
      <p className="soft">
        Facturés : ni refusés, ni rejetés, ni non envoyés.
        {sums.withoutAmount > 0 && ` ${counted(sums.withoutAmount, 'acte')} sans montant lu, hors des euros.`}
      </p>
    </section>
  );
}

function ActLines({ acts }: { acts: readonly ActRow[] }) {
  return (
    <section aria-labelledby="actes-du-mois">
      <h3 id="actes-du-mois">{counted(acts.length, 'acte')}</h3>
      <div className="scrolled">
        <table className="plain numbers month-acts">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Patient</th>
              <th scope="col">Code</th>
              <th scope="col" className="right">
                Montant
              </th>
              <th scope="col">État</th>
              <th scope="col">Correspondant</th>
            </tr>
          </thead>
          <tbody>
            {acts.map((act) => (
              <tr key={act.id}>
                <td>{frenchDate(act.day)}</td>
                <th scope="row">{personName(act)}</th>
                <td>{act.code}</td>
                <td className="right">{act.amount === null ? '' : frenchEuros(act.amount)}</td>
                <td>{[standingWords[act.standing], act.reason].filter(Boolean).join(' · ')}</td>
                <td>{act.otherName || amNumber(act.otherNumber)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
