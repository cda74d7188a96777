/** What is around every page of the Omnidoc-like platform. */
import { appStyle, escapeHtml } from '../truth/answers.ts';

const links: Array<[href: string, text: string]> = [
  ['/requests', 'Mes demandes'],
  ['/requests/received', 'Demandes reçues'],
  ['/discover/map', 'Trouver un expert'],
  ['/billing', 'Facturation'],
];

export function platformPage(title: string, user: string, content: string, head = ''): string {
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Omnidoc (réplique)</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${appStyle('omnidoc/omnidoc.css')}${head}</head>
<body data-inferred><header class="navbar"><a class="brand" href="/requests">omnidoc</a>
<nav>${links.map(([href, text]) => `<a href="${href}">${text}</a>`).join('')}</nav>
<span class="me">${escapeHtml(user)}</span></header>
<p class="mention">Réplique de test : plateforme et personnes fictives</p>
<main class="container">${content}</main></body></html>`;
}
