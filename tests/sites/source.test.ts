import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const room = join(import.meta.dirname, '../../sites');
const files = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(join(room, name), 'utf8') }));
const holding = (pattern: RegExp) =>
  files.filter(({ source }) => pattern.test(source)).map(({ name }) => name);

describe('the code that runs in other people’s pages', () => {
  it('clicks in one place only', () => {
    expect(holding(/\.click\(/)).toEqual(['press.ts']);
    expect(holding(/\.submit\(|requestSubmit/)).toEqual([]);
    expect(holding(/\b(Mouse|Pointer)Event\b|'(mousedown|mouseup|pointerdown)'/)).toEqual(['press.ts']);
  });

  it('makes one request, in one place', () => {
    expect(holding(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|new Image\(/)).toEqual(['api.ts']);
  });

  it('knows no extension API, no storage and no console', () => {
    expect(holding(/\b(browser|chrome)\.|localStorage|sessionStorage|indexedDB|console\./)).toEqual([]);
  });

  it('names no software: what belongs to one is in its profile', () => {
    // The linter knows the counters of component libraries: it runs in tests only. Icons drawn from words have one tag
    // in many a software.
    const shipped = files.filter(({ name }) => !/^(profiles|hosts|selector-linter)/.test(name));
    const code = shipped.map(({ name, source }) => [name, source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')]);
    expect(
      code.filter(([, source]) => /weda|vz-|mat-(?!icon)|cdk-/i.test(source ?? '')).map(([name]) => name),
    ).toEqual([]);
  });
});
