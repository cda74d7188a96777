/** `storm.practice.test`; `stormAt` serves the same pages under the host a test needs. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, html, redirect, text } from '../truth/answers.ts';
import { gridPage, insertionsPage, scrollPage, stormNames, type StormData } from './pages.ts';
import { regexPage } from './regex-bomb.ts';
import { wallPage } from './wall.ts';

function number(query: URLSearchParams, name: string, fallback: number): number {
  const value = Number(query.get(name) ?? fallback);
  if (!Number.isInteger(value) || value < 0 || value > 100_000) throw new Error(`${name}=${value}`);
  return value;
}

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  if (request.path === '/') return redirect('/wall');
  const { query } = request;
  const name = stormNames.find((one) => request.path === `/${one}`);
  if (!name) return text(404, `no page ${request.path}`);
  const data: StormData = {
    name,
    count: number(query, 'count', 1000),
    ticks: number(query, 'ticks', name === 'grid' ? 30 : 20),
    every: number(query, 'every', name === 'grid' ? 200 : 50),
  };
  switch (name) {
    case 'insertions':
      return html(insertionsPage(data));
    case 'grid':
      return html(gridPage(data));
    case 'scroll':
      return html(scrollPage(data));
    case 'wall':
      return html(wallPage(data.count));
    case 'regex':
      return html(regexPage());
  }
}

export const stormAt = (hosts: string[]): Site => ({ hosts, handle });

export const site: Site = stormAt(['storm.practice.test']);
