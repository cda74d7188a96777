/** What the servers of the replicas answer with: pages under a strict CSP, and the browser scripts of `tests/practice`. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { PracticeResponse } from '../site.ts';

const PRACTICE = path.join(import.meta.dirname, '..');

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** No inline script, no foreign origin: what a software that takes care of itself would send. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

export function html(body: string, status = 200): PracticeResponse {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    body,
  };
}

export function text(status: number, body: string): PracticeResponse {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

export function json(body: unknown): PracticeResponse {
  return { headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

export function redirect(to: string): PracticeResponse {
  return { status: 302, headers: { Location: to }, body: '' };
}

/** JSON for the page's own scripts: a data block, which no CSP forbids. */
export function dataIsland(data: unknown): string {
  const content = JSON.stringify(data).replace(/</g, '\\u003c');
  return `<script type="application/json" id="practiceData">${content}</script>`;
}

/**
 * `/app/<path in tests/practice>`: browser scripts are TypeScript, Node takes the types out; style sheets go as they
 * are. Null when the address is not one of these.
 */
export async function answerApp(address: string): Promise<PracticeResponse | null> {
  const name = /^\/app\/(.+\.(?:ts|css))$/.exec(address)?.[1];
  if (name === undefined) return null;
  const file = path.join(PRACTICE, name);
  if (!file.startsWith(PRACTICE + path.sep)) return null;
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch {
    return text(404, `no file ${name}`);
  }
  if (name.endsWith('.css')) return { headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: source };
  return {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
    body: stripTypeScriptTypes(source),
  };
}

export const appScript = (name: string): string => `<script type="module" src="/app/${name}"></script>`;
export const appStyle = (name: string): string => `<link rel="stylesheet" href="/app/${name}">`;

/** The word asked for, or the first allowed one. Throws on an unknown word, so that a test's typing mistake fails. */
export function asked<T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly [T, ...T[]],
): T {
  const word = query.get(name);
  if (word === null) return allowed[0];
  const found = allowed.find((one) => one === word);
  if (found === undefined) throw new Error(`${name}=${word}: expected ${allowed.join(', ')}`);
  return found;
}
