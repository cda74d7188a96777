/** The home page opens its screens in frames: the list in `#iframeListado`, all others in `#iframeCentro`. */
import { readIsland } from '../../truth/expose.ts';
import type { HomeData, View } from '../pages.ts';

const data = readIsland<HomeData>();

const pages: Record<View, string> = {
  listado: '/jenomi/listadoPacientes.htm',
  tapiz: '/jenomi/tapizTheme.htm',
  personas: '/jenomi/formularioPersonas.htm',
  fse: '/jenomi/formularioFse.htm',
};

function open(view: View, patientId: string): void {
  const frame = document.createElement('iframe');
  frame.id = view === 'listado' ? 'iframeListado' : 'iframeCentro';
  frame.src = `${pages[view]}?paciente=${patientId}${data.rest}`;
  document.getElementById('centro')?.replaceChildren(frame);
  document.getElementById('patientBar')?.toggleAttribute('hidden', view === 'listado');
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const view = target.closest<HTMLElement>('[data-view]')?.dataset['view'];
  if (view) open(view as View, data.patientId);
  if (target.closest('#patientsMenu')) open('listado', data.patientId);
  if (target.closest('#fse')) open('fse', data.patientId);
});

/** The list tells which patient was chosen; the address of the home page is loaded again for that patient. */
window.addEventListener('message', (event: MessageEvent<{ paciente?: string }>) => {
  if (event.origin === location.origin && event.data.paciente) {
    location.search = `?vista=tapiz&paciente=${event.data.paciente}`;
  }
});

open(data.view, data.patientId);
