/** Patient home page and history frames (weda.md 4 and 9.1). */
import { ageText, toFrench, today } from './days.ts';
import { historyHtml, type BilledAct } from './history.ts';
import type { WedaOptions } from './options.ts';
import { doctors, spacedNir, type Patient } from './people.ts';
import { band, dataIsland, escapeHtml, hidden, menuEntries, page } from './shell.ts';

const CIVIL = 'ContentPlaceHolder1_EtatCivilUCForm1_';
const HISTORY = 'ContentPlaceHolder1_HistoriqueUCForm1_';

const postback = (target: string, argument: string) => `javascript:__doPostBack('${target}','${argument}')`;

function menuHtml(): string {
  const entries = menuEntries.map((name, index) => {
    const href = postback('ctl00$ContentPlaceHolder1$MenuNavigate', name === 'FSE' ? 'fse' : `0\\${index}`);
    return `<li role="none"><a class="level2" href="${href}">${name}</a></li>`;
  });
  return `<div class="menu-sidebar" id="ContentPlaceHolder1_MenuNavigate">
    <ul class="level1 static">${entries.join('')}</ul>
    <input type="button" id="ContentPlaceHolder1_ButtonModifierPatient" value="Modifier">
  </div>`;
}

function civilHtml(patient: Patient): string {
  const title = patient.sex === 'F' ? 'Sexe féminin' : 'Sexe masculin';
  const birthName =
    patient.birthName === null
      ? ''
      : `<span id="${CIVIL}LabelPatientJeuneFille" data-inferred>(${patient.sex === 'F' ? 'née' : 'né'} ${escapeHtml(
          patient.birthName,
        )})</span>`;
  const born = `${toFrench(patient.birthDate)} (${ageText(patient.birthDate, today())})`;
  return `<div id="${CIVIL}FramePatient" class="cadre">
    <div class="identite"><span class="sexe sexe${patient.sex}" title="${title}"></span>
      <span class="civilite">${patient.civility ?? ''}</span>
      <span id="${CIVIL}LabelPatientNom">${escapeHtml(patient.lastName)}</span>
      <span id="${CIVIL}LabelPatientPrenom">${escapeHtml(patient.firstName)}</span>
      ${birthName}
      <div class="naissance" data-inferred>${born}</div></div>
    <table class="table-address-comunication">
      <tr><td>N° SS</td><td><span id="${CIVIL}LabelPatientSecuriteSocial">${spacedNir(patient)}</span></td></tr>
      <tr><td>INS</td><td><div id="${CIVIL}insiContainer"></div></td></tr>
      <tr><td>Adresse</td><td>${escapeHtml(patient.address)}<br>${patient.zip} ${escapeHtml(patient.city)}</td></tr>
      <tr><td>Tél.</td><td>${patient.phone}</td></tr>
      <tr><td>Méd. traitant</td><td><span id="${CIVIL}LabelMedecinTraitant">Dr ${doctors.user.name}</span></td></tr>
    </table></div>`;
}

const list = (lines: string[]) => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

/** The part a partial postback replaces, on the left. */
function patientPanelHtml(patient: Patient): string {
  return `<div id="ContentPlaceHolder1_PanelPatient">
    ${civilHtml(patient)}
    <div class="cadre" title="Cliquez ici pour modifier le volet médical du patient"><h3>Antécédents</h3>${list(patient.background)}</div>
    <div class="cadre" title="Cliquez ici pour modifier le volet médical du patient"><h3>Traitement de fond</h3>${list(patient.treatment)}</div>
    <div class="cadre" title="Cliquez ici pour renseigner les contacts du patient"><h3>Contacts</h3><p class="vide">Aucun contact renseigné</p></div>
    <div class="cadre ilots"><div id="ContentPlaceHolder1_imtiContainer"></div><div id="ContentPlaceHolder1_dmpContainer"></div>
      <div id="ContentPlaceHolder1_PanelDmp"></div></div>
  </div>`;
}

function historyPanelHtml(
  patient: Patient,
  options: WedaOptions,
  billed: BilledAct[][],
  all: boolean,
): string {
  return `<div id="ContentPlaceHolder1_DivScrollHistorique">
    <div id="${HISTORY}UpdatePanelLiteralAfficheWeda">${historyHtml(patient, options, {
      billed,
      all,
      prefix: 'ContentPlaceHolder1_',
    })}</div>
    <a id="${HISTORY}LinkButtonSuiteWeda" href="${postback('ctl00$ContentPlaceHolder1$HistoriqueUCForm1$LinkButtonSuiteWeda', '')}"${
      all ? ' hidden' : ''
    }>Suite de l’historique</a>
  </div>`;
}

export interface PatientView {
  patient: Patient;
  options: WedaOptions;
  /** Where the form posts to: this page's own address. */
  action: string;
  billed: BilledAct[][];
  /** The sheet just secured, told to tests. */
  lastSheet: unknown;
  allHistory: boolean;
}

export function patientPage(view: PatientView): string {
  const { patient, options } = view;
  const users = [doctors.user, doctors.other]
    .map((doctor) => `<option value="${doctor.initials}">${doctor.name}</option>`)
    .join('');
  return page({
    title: `${patient.lastName} ${patient.firstName} - WEDA`,
    action: view.action,
    style: ['/Styles/weda.css'],
    scripts: [
      dataIsland({
        options,
        lastSheet: view.lastSheet,
        ins: patient.nir && `${patient.nir} ${patient.nirKey}`,
      }),
      '<script type="module" src="/app/browser/patient-main.ts"></script>',
    ],
    content: `${hidden('__EVENTTARGET')}${hidden('__EVENTARGUMENT')}${hidden('__VIEWSTATE')}
${band()}
<div id="UpdateProgress2" aria-hidden="true"><img src="/Images/adri.png" alt=""> Chargement en cours…</div>
<div id="ContentPlaceHolder1_progress" hidden></div>
<div class="dossier">
  ${menuHtml()}
  <div class="colonne-patient">
    ${patientPanelHtml(patient)}
    <div id="ContentPlaceHolder1_DivMenuPeripherique" class="cadre"><h3>Périphériques</h3>
      <div id="ContentPlaceHolder1_MenuPeripherique"><ul class="level2 dynamic">
        <li><a>Scanner</a></li><li><a>Doctolib</a></li><li><a>DMP</a></li><li><a>Omnidoc</a></li></ul></div></div>
  </div>
  <div class="colonne-historique">
    <div class="historique-titre"><span id="ContentPlaceHolder1_LabelCommandAffiche">Consultations</span>
      <select id="ContentPlaceHolder1_DropDownListUsers"><option value="">Tous les utilisateurs</option>${users}</select></div>
    ${historyPanelHtml(patient, options, view.billed, view.allHistory)}
  </div>
</div>
<div class="mention">Réplique de test : logiciel et personnes fictifs</div>`,
  });
}

/** `FrameHistoriqueForm.aspx` and `PopUpHistoriqueForm.aspx`: the history alone, ids without prefix. */
export function historyFrame(view: PatientView): string {
  return page({
    title: 'Historique - WEDA',
    action: view.action,
    style: ['/Styles/weda.css'],
    scripts: [],
    content: `<div id="UpdateProgress2" aria-hidden="true"></div>
<table class="historique-view-form"><tr><td><div id="HistoriqueUCForm1_UpdatePanelLiteralAfficheWeda">${historyHtml(
      view.patient,
      view.options,
      { billed: view.billed, all: view.allHistory, prefix: '' },
    )}</div></td></tr></table>`,
  });
}
