document.getElementById('listaDePacientes')?.addEventListener('click', (event) => {
  const row = (event.target as Element).closest<HTMLElement>('[data-paciente]');
  if (row) parent.postMessage({ paciente: row.dataset['paciente'] }, location.origin);
});
