/** The static pages of the corpus, behind `corpus.practice.test`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { html, text } from '../truth/answers.ts';
import { CORPUS_HOST } from './entry.ts';

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  if (request.path === '/favicon.ico') return { status: 204, headers: {}, body: '' };
  const name = /^\/([a-z0-9-]+\.html)$/.exec(request.path)?.[1];
  if (name === undefined) return text(404, `no page ${request.path}`);
  try {
    return html(await readFile(path.join(import.meta.dirname, name), 'utf8'));
  } catch {
    return text(404, `no page ${name}`);
  }
}

export const site: Site = { hosts: [CORPUS_HOST], handle };
