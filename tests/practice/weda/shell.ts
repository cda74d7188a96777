/** What every page of the replica has around its content (weda.md 3). */
import { doctors } from './people.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** The real page lets no inline script run, nor a `javascript:` link clicked by a script. */
export function pageHeaders(allowEval = false): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'self'",
      `script-src 'self'${allowEval ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "frame-src 'self'",
      "frame-ancestors 'self'",
      "form-action 'self'",
      "object-src 'none'",
      "base-uri 'self'",
    ].join('; '),
  };
}

/** JSON for the page's own scripts: a data block, which no CSP forbids. */
export function dataIsland(data: unknown): string {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return `<script type="application/json" id="practiceData">${json}</script>`;
}

export function hidden(name: string, value = ''): string {
  return `<input type="hidden" name="${name}" id="${name}" value="${escapeHtml(value)}">`;
}

/** The W menu. */
export const menuEntries = [
  'Consultation',
  'Certificat',
  'Demande',
  'Prescription',
  'Formulaire',
  'Courrier',
  'FSE',
];

export function band(): string {
  return `<table class="bandeau"><tr>
    <td class="bandeau-logo"><img src="/Images/W_BLEU.png" alt="Accueil" title="Accueil"></td>
    <td><div id="PanelFindPatient"><input type="text" id="TextBoxFindPatient" placeholder="Rechercher un patient"></div></td>
    <td class="bandeau-menu"><ul id="nav-menu">
      <li><a class="nav-icon__link--doctor" title="Annuaire"></a></li><li><a class="nav-icon__link--tools" title="Outils"></a></li>
      <li><a class="nav-icon__link--safe-open" title="Comptabilité"></a></li><li><a class="nav-icon__link--mixing-desk" title="Préférences"></a></li>
    </ul></td>
    <td class="bandeau-user"><span class="messagerieWidget" title="Messagerie sécurisée">3</span>
      <span id="LabelUserLog">${doctors.user.name}</span>
      <a id="LinkButtonUserLog" title="Utilisateur : ${doctors.user.name}&#10;CabinetID : 4341">Cabinet des Tilleuls</a></td>
  </tr></table>`;
}

/** `form#form1` holding the WebForms state and `content`. */
export function page(parts: {
  title: string;
  action: string;
  style: string[];
  scripts: string[];
  content: string;
}): string {
  const links = parts.style.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>${escapeHtml(parts.title)}</title>
<link rel="icon" href="/Images/W_BLEU.png">
${links}
${parts.scripts.join('\n')}
</head><body>
<form method="post" action="${escapeHtml(parts.action)}" id="form1">
${parts.content}
</form>
</body></html>`;
}
