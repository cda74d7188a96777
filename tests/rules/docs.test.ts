import { describe, expect, it } from 'vitest';
import { checks } from '../../rules/checks/index.ts';
import { nomenclature } from '../../rules/nomenclature/index.ts';
import { startConfidence } from '../../rules/nomenclature/row.ts';
import { readPage, rulePages } from '../../scripts/rules-doc.ts';

const pages = await rulePages();

describe('the generated pages', () => {
  it.each(Object.keys(pages))('docs/%s is what the rules say today: else run `npm run docs`', (name) => {
    expect(readPage(name)).toBe(pages[name]);
  });

  it('hold every rule with its examples, and every fact once known', () => {
    const text = pages['rules.md']!;
    for (const { id, title, examples } of checks) {
      expect(text).toContain(`### \`${id}\`\n\n${title}`);
      for (const { why } of [...examples.pass, ...examples.fire])
        expect(text).toContain(why.replaceAll('|', '\\|'));
    }
    for (const { id } of nomenclature) expect(text).toContain(`\`${id}\``);
  });

  it('list all that is doubted, and nothing that is not', () => {
    const text = pages['unconfirmed.md']!;
    for (const row of nomenclature) {
      const sure = row.confidence === 'CONFIRMED' && startConfidence(row) === 'CONFIRMED' && !row.conflict;
      expect(text.includes(`\`${row.id}\``), row.id).toBe(!sure);
    }
  });

  it('link only to sources they describe', () => {
    for (const text of Object.values(pages)) {
      for (const [, anchor] of text.matchAll(/\]\((?:rules\.md)?#([^)]+)\)/g)) {
        expect(pages['rules.md']).toContain(`<a id="${anchor}"></a>`);
      }
    }
  });
});
