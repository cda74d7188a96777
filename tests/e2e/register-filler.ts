/**
 * Runs inside a page of the extension: fills its register through the ledger library itself, with fictional people.
 * Bundled by register-fill.ts.
 */
import { LedgerDatabase, openDatabase } from '../../ledger/database.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { openRegister, type ImportedAct } from '../../ledger/register.ts';
import { openVault } from '../../ledger/vault.ts';

export interface Filling {
  acts: number;
  /** ISO: the last day of the acts. */
  today: string;
  billers: string[];
  /** What becomes of acts older than a month, in turn. */
  outcomes: boolean;
}

const lastNames = [
  'ALBARET',
  'BERTIN',
  'CARLIER',
  'DURIEU',
  'ESTEVE',
  'FAUGERE',
  'GARNIER',
  'HUMBERT',
  'IMBERT',
  'JACQUET',
  'KERVELLA',
  'LACOMBE',
  'MARCHAL',
  'NOIROT',
  'OLLIVIER',
  'PERRIN',
  'QUENTIN',
  'ROUSSEL',
  'SABATIER',
  'TISSOT',
];
const firstNames = [
  'Mathilde',
  'Éloïse',
  'Baptiste',
  'Zoé',
  'Lucien',
  'Noémie',
  'Gaspard',
  'Inès',
  'Jules',
  'Anaïs',
];
const experts = ['Dr Paul EXEMPLE', 'Dr Anne MODÈLE', 'Dr Luc TÉMOIN', 'Dr Rose ESSAI'];
/** Each cause with its turns out of seven. */
const causes = {
  'Droits fermés': [0, 1, 2],
  'Prescripteur inconnu ou absent': [3, 4],
  'Acte déjà réglé': [5],
  'Limite annuelle atteinte': [6],
};

const day = (today: string, back: number): string => {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - back);
  return date.toISOString().slice(0, 10);
};

/** The same acts every time. */
function actsOf({ acts, today, billers }: Filling): ImportedAct[] {
  const people = Math.max(3, Math.ceil(acts / 5));
  return Array.from({ length: acts }, (_, index): ImportedAct => {
    const person = (index * 7919) % people;
    const expert = index % experts.length;
    return {
      line: String(index),
      code: index % 4 === 3 ? 'TE2' : 'RQD',
      actDate: day(today, Math.floor((index * 1096) / Math.max(1, acts))),
      biller: billers[index % billers.length] ?? '991000019',
      patientKeys: [`weda:${70_000_000 + person}`],
      patient: {
        lastName: `${lastNames[person % lastNames.length]}${person >= 4000 ? ` ${lastNames[(person * 7) % 20]}` : ''}`,
        firstName: firstNames[(person * 3) % firstNames.length] ?? 'Zoé',
        birthDate: day('1999-06-15', (person * 37) % 25_000),
      },
      amount: index % 4 === 3 ? 2300 : 1000,
      otherSide: { name: experts[expert] ?? '', numeroAm: `99100${String(30 + expert).padStart(4, '0')}` },
    };
  });
}

async function fill(filling: Filling): Promise<number> {
  const database = await openDatabase(new LedgerDatabase(undefined, 'relaxed'));
  const register = openRegister({ database, vault: openVault({ database }), batch: 2000 });
  const { added } = await register.importActs({ software: 'weda' }, actsOf(filling));
  if (filling.outcomes) {
    const { acts } = await register.acts();
    const old = acts.filter(({ actDate }) => actDate < day(filling.today, 30));
    const paid = old.filter((_, index) => index % 11 !== 0);
    const refused = old.filter((_, index) => index % 11 === 0 && index % 3 !== 0);
    // Paid together, as returns come: the longer the register, the more acts a return speaks of.
    const together = Math.max(60, Math.ceil(paid.length / 50));
    for (let start = 0; start < paid.length; start += together) {
      const those = paid.slice(start, start + together);
      const last = those.at(-1);
      if (!last) continue;
      await register.mark(
        those.map(({ id }) => id),
        'paid',
        { on: day(last.actDate, -4) },
      );
    }
    for (const [reason, turns] of Object.entries(causes)) {
      const those = refused.filter((_, index) => turns.includes(index % 7));
      if (those.length === 0) continue;
      await register.mark(
        those.map(({ id }) => id),
        'refused',
        { reason },
      );
    }
  }
  database.close();
  return added;
}

/** How long one act takes to be remembered, ms, each of `times`. */
async function timeAdds(times: number): Promise<number[]> {
  const database = await openDatabase(new LedgerDatabase());
  const ledger = openLedger({ database, vault: openVault({ database }) });
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await ledger.recordIntent({
      pressId: `bench-${index}-${Date.now()}`,
      code: 'RQD',
      actDate: '2026-11-26',
      biller: '991000019',
      patientKeys: [`weda:${80_000_000 + index}`],
      patient: { lastName: 'NOUVEL', firstName: 'Acte', birthDate: '1980-01-01' },
      amount: 1000,
      software: 'weda',
    });
    taken.push(performance.now() - start);
  }
  database.close();
  return taken;
}

Object.assign(globalThis, { fillRegister: fill, timeAdds });
