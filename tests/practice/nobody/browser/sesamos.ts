/** `AutoPostBack` on the mode: the whole page is posted, and comes back with the sheet it held. */
import { start } from './start.ts';

const { sheet } = start();

document.addEventListener('change', (event) => {
  if (!(event.target instanceof HTMLSelectElement) || !event.target.id.endsWith('ddlMode')) return;
  // After the sheet has taken the change, as the server would.
  setTimeout(() => {
    const kept = document.getElementById('etatFeuille') as HTMLInputElement | null;
    const form = document.getElementById('aspnetForm') as HTMLFormElement | null;
    if (!kept || !form) return;
    kept.value = JSON.stringify(sheet.truth);
    form.submit();
  }, 0);
});
