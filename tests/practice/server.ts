/** Serves every replica over TLS on one local port, by host name. */
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCertificate } from './certificate.ts';
import { site as corpus } from './corpus/site.ts';
import { site as doctolib } from './doctolib/site.ts';
import { site as mlm } from './mlm/site.ts';
import { site as nobody } from './nobody/site.ts';
import { site as omnidoc } from './omnidoc/site.ts';
import { site as portail } from './portail/site.ts';
import type { PracticeResponse, Site } from './site.ts';
import { site as storm } from './storm/site.ts';
import { site as tamm } from './tamm/site.ts';
import { site as weda } from './weda/site.ts';

const replicas: Site[] = [weda, doctolib, tamm, mlm, omnidoc, portail, nobody, corpus, storm];

/** One more replica is one more name above. `sites` replaces the table, for a test's own pages. */
export interface PracticeOptions {
  sites?: Site[];
}

export interface SeenRequest {
  host: string;
  path: string;
  method: string;
  /** `Sec-Fetch-Dest`: `document`, `iframe`, `script`, `empty` (fetch)… */
  dest: string;
}

export interface Practice {
  port: number;
  hosts: string[];
  /** Value of Chromium's `--host-resolver-rules`. */
  hostRules: string;
  /** Every request received, in order; `/practice/…` is the replicas' own plumbing and is left out. */
  requests: SeenRequest[];
  close(): Promise<void>;
}

const BODY_LIMIT = 1_000_000;

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) throw new Error(`request body over ${BODY_LIMIT} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function findSite(sites: Site[], host: string): Site | undefined {
  return sites.find((site) =>
    site.hosts.some((known) => (known.startsWith('*.') ? host.endsWith(known.slice(1)) : host === known)),
  );
}

function send(outgoing: ServerResponse, response: PracticeResponse): void {
  outgoing.writeHead(response.status ?? 200, { 'Cache-Control': 'no-store', ...response.headers });
  outgoing.end(response.body);
}

async function answer(
  sites: Site[],
  requests: SeenRequest[],
  incoming: IncomingMessage,
): Promise<PracticeResponse> {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(incoming.url ?? '/', `https://${host || 'localhost'}`);
  const method = incoming.method ?? 'GET';
  const dest = incoming.headers['sec-fetch-dest'];
  if (!url.pathname.startsWith('/practice/')) {
    requests.push({ host, path: url.pathname, method, dest: typeof dest === 'string' ? dest : '' });
  }
  const site = findSite(sites, host);
  if (!site)
    return { status: 421, headers: { 'Content-Type': 'text/plain' }, body: `no replica for ${host}` };
  const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const body = method === 'POST' ? await readBody(incoming) : '';
  return site.handle({
    host,
    path: decodeURIComponent(url.pathname),
    method,
    query: url.searchParams,
    form: new URLSearchParams(isForm ? body : ''),
    headers: incoming.headers,
  });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port was given'));
      else resolve(address.port);
    });
  });
}

/** Starts the replicas on a free port of 127.0.0.1. */
export async function startPractice(options: PracticeOptions = {}): Promise<Practice> {
  const sites = options.sites ?? replicas;
  const hosts = sites.flatMap((site) => site.hosts);
  const requests: SeenRequest[] = [];
  const server = createServer(createCertificate(hosts), (incoming, outgoing) => {
    answer(sites, requests, incoming).then(
      (response) => send(outgoing, response),
      (error: unknown) => {
        send(outgoing, { status: 500, headers: { 'Content-Type': 'text/plain' }, body: String(error) });
      },
    );
  });
  const port = await listen(server);
  const maps = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return {
    port,
    hosts,
    hostRules: [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(','),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
