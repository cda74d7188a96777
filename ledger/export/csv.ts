/** Rows → a CSV that a French Excel opens as it is: semicolons, decimal commas, and the mark that says UTF-8. */

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: a name in a file must never run
 * (OWASP, « CSV injection »).
 */
function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(rows: ReadonlyArray<ReadonlyArray<string | number>>): Blob {
  const lines = rows.map((row) => `${row.map(cellText).join(';')}\r\n`);
  return new Blob(['\ufeff', ...lines], { type: 'text/csv;charset=utf-8' });
}
