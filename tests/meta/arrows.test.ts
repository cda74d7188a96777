import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArrows } from '../../scripts/arrows.ts';

const fixture = join(import.meta.dirname, 'arrows-fixture');

describe('the arrows between rooms', () => {
  it('are refused when a room looks up, and when a component takes more than types', () => {
    const names = readArrows(fixture, 'all').broken.map(({ rule, from }) => `${rule} ${from}`);
    expect(names).toContain('rules-looks-only-down rules/looks-up.ts');
    expect(names).toContain('components-takes-types-only components/reaches-storage.ts');
  });

  it('are refused when the sentinel reaches a heavy library, even through two files', () => {
    const names = readArrows(fixture, 'values').broken.map(({ rule }) => rule);
    expect(names).toContain('sentinel-stays-tiny');
  });
});
