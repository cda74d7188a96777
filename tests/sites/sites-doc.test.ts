import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedProfiles, sitesPage, sitesPageFile } from '../../scripts/sites-doc.ts';

const page = await sitesPage();
const profiles = shippedProfiles();

describe('docs/sites.md', () => {
  it('is what the profiles say today: else run `npm run docs`', () => {
    expect(readFileSync(sitesPageFile, 'utf8')).toBe(page);
  });

  it('says of each system how it is known, since when, and what was never tried', () => {
    for (const { name, evidence } of profiles) {
      const chapter = page.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
      expect(chapter, name).toContain(`looked at on ${evidence.checkedOn}`);
      expect(chapter, name).toContain('Never tried on the real thing:');
    }
  });

  it('links every row to its chapter', () => {
    const anchors = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, name = '']) =>
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replace(/ /g, '-'),
    );
    expect(anchors.length).toBe(profiles.length);
    expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});

it('README names every system of the list, once known and once unknown', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').replace(/\s+/g, ' ');
  for (const { name } of profiles) expect(readme, name).toContain(name);
});
