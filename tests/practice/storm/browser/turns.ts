/** One turn of each storm. */
const labels = ['Date', 'Code', 'Libellé', 'Qté', 'Base', 'Montant', 'AMO', 'AMC'];

/** `each` rows into the table `pluie`. */
export function insertRows(each: number, turn: number): void {
  const place = document.getElementById('pluie');
  for (let index = 0; index < each; index += 1) {
    const row = document.createElement('tr');
    for (const content of [`+${turn}`, `Patient fictif ${index}`, '23/11/2026', 'G']) {
      row.insertCell().textContent = content;
    }
    place?.append(row);
  }
}

/** The grid `grille` of 150 × 8 fields, as a whole. */
export function drawGrid(turn: number): void {
  const place = document.getElementById('grille');
  if (!place) return;
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const label of labels) {
    const cell = document.createElement('th');
    cell.textContent = label;
    head.append(cell);
  }
  const body = table.createTBody();
  for (let row = 0; row < 150; row += 1) {
    const line = body.insertRow();
    for (const label of labels) {
      const input = document.createElement('input');
      input.value = `${label} ${row}.${turn}`;
      line.insertCell().append(input);
    }
  }
  place.replaceChildren(table);
}

/** Forty more rows into `fil`. */
export function addToThread(turn: number): void {
  const place = document.getElementById('fil');
  for (let index = 0; index < 40; index += 1) {
    const line = document.createElement('div');
    line.className = 'f';
    const label = document.createElement('label');
    label.textContent = `Note ${turn * 40 + index}`;
    const input = document.createElement('input');
    label.append(input);
    line.append(label);
    place?.append(line);
  }
}
