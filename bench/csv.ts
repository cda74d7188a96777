/**
 * Reading and judging an export: 100 000 lines of a year of billing, against Papa Parse alone on the same text in the
 * same process, and the growth from 10 000 lines. Run alone: `node bench/csv.ts`. Times are the main thread's own
 * processor time, so that a busy machine does not count; what the collector does on other threads is not in them.
 */
import Papa from 'papaparse';
import { judgeFile } from '../ledger/import/judge-file.ts';
import { readSheetsFile } from '../ledger/import/read-file.ts';

export interface CsvFigure {
  name: string;
  /** Milliseconds: median, and half the distance between the quartiles. */
  median: number;
  spread: number;
}

const header =
  'N° FSE;Date acte;Patient;Né(e) le;NIR;Code acte;Quantité;Montant;Dépassement;TP AMO;TP AMC;Mode de sécurisation;Parcours de soins;N° prescripteur;Date de prescription;Caisse';

/**
 * An export of `lines` acts, one feuille in `share` of téléexpertise (1 = all, and no feuille with two acts; 1.1 = all, of
 * other numbers), a tenth of the feuilles with two acts; Windows-1252.
 */
export function exportOf(lines: number, share = 4): Uint8Array {
  const rows = [header];
  for (let at = 0; at < lines; at++) {
    const second = share >= 2 && at % 10 === 9;
    const sheet = second ? at - 1 : at;
    const patient = (sheet * 7919) % Math.max(10, lines >> 3);
    const day = new Date(Date.UTC(2026, 0, 1) + (sheet % 300) * 86_400_000).toISOString().slice(0, 10);
    const date = day.split('-').reverse().join('/');
    const expert = sheet % Math.floor(share) === 0;
    const code = second ? 'MD' : expert ? (sheet % 8 === 0 ? 'RQD' : 'TE2') : 'G';
    const amount = code === 'RQD' ? '10,00' : code === 'TE2' ? '23,00' : '30,00';
    const name = `"MODÈLE${patient} Zoé"`;
    rows.push(
      `${Math.round((share % 1) * 10) * 10_000_000 + 100_000 + sheet};${date};${name};0${1 + (patient % 9)}/05/19${50 + (patient % 50)};;${code};1;${amount};0,00;${sheet % 50 === 0 ? 'Non' : 'Oui'};Non;${sheet % 3 === 0 ? 'DG' : 'SSV'};Exclusion du parcours de soins;991000027;${date};CPAM`,
    );
  }
  return Buffer.from(rows.join('\r\n'), 'latin1');
}

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

function measure(name: string, runs: number, work: () => unknown): CsvFigure {
  work();
  const times = Array.from({ length: runs }, () => {
    collect();
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  return { name, median: at(0.5), spread: (at(0.75) - at(0.25)) / 2 };
}

export function csvFigures(runs = 7): CsvFigure[] {
  const small = exportOf(10_000);
  const large = exportOf(100_000);
  const text = new TextDecoder('windows-1252').decode(large);
  const options = { biller: { profession: 'medecin', numeroAm: '991000019' } } as const;
  const whole = (bytes: Uint8Array) => judgeFile(readSheetsFile(bytes, options), '2026-12-31');
  return [
    measure('papaparse alone, 100 000 lines', runs, () => Papa.parse(text, { delimiter: ';' })),
    measure('read, 100 000 lines', runs, () => readSheetsFile(large, options)),
    measure('read and judge, 100 000 lines', runs, () => whole(large)),
    measure('read and judge, 10 000 lines', runs, () => whole(small)),
  ];
}

if (import.meta.main) {
  const figures = csvFigures();
  const [papa = 0, read = 0, all = 0, small = 0] = figures.map(({ median }) => median);
  const ratios = { readToPapa: read / papa, allToPapa: all / papa, tenTimesTheLines: all / small };
  const lines = figures.map(
    ({ name, median, spread }) => `${name}: ${median.toFixed(0)} ms ± ${spread.toFixed(0)}`,
  );
  lines.push(`read / papaparse: ×${ratios.readToPapa.toFixed(1)}`);
  lines.push(`read and judge / papaparse: ×${ratios.allToPapa.toFixed(1)}`);
  lines.push(`ten times the lines: ×${ratios.tenTimesTheLines.toFixed(1)}`);
  process.stdout.write(`${lines.join('\n')}\n${JSON.stringify({ figures, ratios })}\n`);
}
