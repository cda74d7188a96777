/** The judge of profiles: background and tests only, never the sentinel. */
import { z } from '../rules/zod.ts';
import { fieldIds } from './model.ts';
import type { Profile } from './profile.ts';

const selector = z.string().trim().min(1).max(300);
const words = z.string().trim().min(1).max(200);
const pattern = (groups: number) =>
  z
    .string()
    .max(300)
    .refine((source) => groupsOf(source) === groups, `must be a valid pattern with ${groups} group`);

/** Number of groups of a pattern, `null` when it is no pattern. */
function groupsOf(source: string): number | null {
  try {
    return (new RegExp(`${source}|`).exec('')?.length ?? 0) - 1;
  } catch {
    return null;
  }
}

const pressable = z.strictObject({ find: z.array(selector).min(1).max(8), text: words.optional() });
/** ms. Longer than this, a person has looked elsewhere. */
const wait = z.number().int().min(0).max(6000).optional();
const opening = z.strictObject({
  press: z.array(selector).min(1).max(8),
  text: words.optional(),
  until: selector.optional(),
  wait,
});
const part = z.strictObject({
  take: z.union([z.enum(['day', 'month', 'year']), z.number().int().min(1).max(30)]),
  find: z.array(selector).min(1).max(8).optional(),
});
const marker = z.union([
  z.strictObject({ param: words, pattern: pattern(1) }),
  z.strictObject({ path: pattern(1) }),
  z.strictObject({ find: selector, attribute: words.optional(), pattern: pattern(1) }),
  z.strictObject({ identity: z.literal(true) }),
]);
const grade = z.enum(['source', 'vendor-doc', 'third-party', 'none']);
const saying = z.strictObject({ find: z.array(selector).min(1).max(8), text: words });
const cell = z.enum(['code', 'quantity', 'amount', 'excess']);

const fieldMap = z
  .strictObject({
    find: z.array(selector).max(8),
    expectText: words.optional(),
    expectIn: selector.optional(),
    among: selector.optional(),
    taught: z.literal(true).optional(),
    control: z.enum([
      'text',
      'select',
      'checkbox',
      'radio',
      'parts',
      'combobox',
      'menu',
      'chips',
      'rows',
      'display',
      'caption',
    ]),
    attribute: z
      .string()
      .regex(/^[a-z-]+$/)
      .optional(),
    pattern: pattern(1).optional(),
    values: z.record(words, z.union([words, z.boolean()])).optional(),
    labels: z.array(words).min(1).max(30).optional(),
    under: z.array(words).min(1).max(10).optional(),
    outside: selector.optional(),
    guess: z.literal(true).optional(),
    commit: z
      .array(z.enum(['change', 'tab', 'blur', 'enter']))
      .min(1)
      .max(4)
      .optional(),
    replacedOnAccept: z.boolean().optional(),
    menu: z
      .strictObject({
        open: z.array(selector).min(1).optional(),
        openText: words.optional(),
        entries: selector.optional(),
        choose: z.record(words, words).optional(),
        waitBefore: z.number().int().min(0).max(2000).optional(),
        type: z.literal(true).optional(),
        wait,
      })
      .optional(),
    dates: z.enum(['mdy', 'ymd']).optional(),
    parts: z.array(part).min(2).max(6).optional(),
    chips: z.strictObject({ chip: selector, remove: selector }).optional(),
    opens: z.array(opening).min(1).max(5).optional(),
    closed: z
      .strictObject({
        find: z.array(selector).min(1).max(8),
        expectText: words.optional(),
        expectIn: selector.optional(),
        pattern: pattern(1),
      })
      .optional(),
    add: z
      .strictObject({
        entries: selector.optional(),
        wait,
        press: pressable.optional(),
        remove: pressable.optional(),
      })
      .optional(),
    favourite: z.strictObject({ find: selector, pattern: pattern(1).optional() }).optional(),
    optional: z.boolean().optional(),
    readOnly: z.boolean().optional(),
    postback: z.boolean().optional(),
  })
  .refine((map) => map.expectIn === undefined || map.expectText !== undefined, 'expectIn without expectText')
  .refine(
    ({ control, menu }) => control !== 'menu' || (menu?.open && menu.entries),
    'a menu must say how it is opened',
  )
  .refine(
    (map) => (map.control === 'parts') === (map.parts !== undefined),
    '`parts` and its control go together',
  )
  .refine(
    (map) => (map.control === 'chips') === (map.chips !== undefined),
    '`chips` and its control go together',
  )
  .refine((map) => map.add === undefined || map.control === 'rows', '`add` is for act rows')
  .refine((map) => !map.guess || map.readOnly !== false, 'a guess is read only')
  .refine((map) => (map.control === 'caption') === (map.find.length === 0), 'a field needs a selector')
  .refine(
    (map) => map.control !== 'caption' || (map.labels !== undefined && map.readOnly === true),
    'a caption needs its labels and is read only',
  )
  .refine((map) => map.under === undefined || map.control === 'caption', 'only a caption stands under words');

const screen = z
  .strictObject({
    kind: z.enum(['fse', 'patient', 'history', 'request', 'answer', 'list']),
    when: z
      .strictObject({
        path: z.string().startsWith('/').optional(),
        present: z.array(selector).min(1).optional(),
        shown: z.array(saying).min(1).optional(),
        captions: z.array(z.array(words).min(1).max(12)).min(2).max(8).optional(),
      })
      .refine(
        ({ path, present, shown, captions }) => Boolean(path ?? present ?? shown ?? captions),
        'a screen needs a path, an element or captions',
      ),
    marker: marker.optional(),
    root: selector.optional(),
    fields: z.partialRecord(z.enum(fieldIds), fieldMap.nullable()),
    acts: z
      .strictObject({
        row: selector,
        cells: z.partialRecord(cell, selector).optional(),
        columns: z
          .strictObject({
            header: selector,
            cell: selector,
            titles: z.partialRecord(cell, z.array(words).min(1)),
          })
          .optional(),
        pattern: pattern(1).optional(),
        none: saying.optional(),
      })
      .refine(
        ({ cells, columns }) => cells?.code ?? columns?.titles.code,
        'act rows need the place of the code',
      )
      .optional(),
    history: z
      .strictObject({
        block: selector,
        rows: selector,
        header: selector,
        date: words,
        codes: words,
        author: selector.optional(),
        authorIn: selector.optional(),
        only: selector.optional(),
        not: selector.optional(),
      })
      .optional(),
    api: z
      .strictObject({ path: z.string().startsWith('/').includes('{id}'), fields: z.record(words, words) })
      .optional(),
    actions: z
      .record(
        words,
        z.strictObject({
          find: z.array(selector).min(1),
          text: words.optional(),
          never: z.literal(true).optional(),
        }),
      )
      .optional(),
  })
  .refine(
    ({ fields, acts }) => fields['acte.code']?.control !== 'rows' || acts !== undefined,
    'a field read from rows needs `acts`',
  );

/** `secure.weda.fr`, or `*.monlogicielmedical.com` for all its sub-domains. */
const host = z
  .string()
  .refine(
    (name) => z.hostname().safeParse(name.replace(/^\*\.(?=[^.]+\.)/, '')).success,
    'must be a host name',
  );

const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().min(1).max(60),
  kind: z.enum(['ehr', 'platform']),
  reach: z.enum(['web', 'desktop', 'unknown']).optional(),
  hosts: z.array(host),
  candidateHosts: z
    .array(z.strictObject({ host, grade: grade.exclude(['source']) }))
    .min(1)
    .optional(),
  frames: z.enum(['top', 'all']),
  evidence: z.strictObject({
    grade,
    hosts: grade.optional(),
    checkedOn: z.iso.date(),
    notes: z.string().max(2000),
    sources: z.array(words).min(1).optional(),
    untried: z.string().min(1).max(600).optional(),
  }),
  billingSteps: z.array(words).min(1).max(8).optional(),
  marker: marker.optional(),
  off: z.array(
    z.strictObject({
      when: z.strictObject({ query: words }),
      mode: z.literal('read-only'),
      why: z.string().min(1).max(300),
    }),
  ),
  taught: z.strictObject({ over: z.string().max(40).optional() }).optional(),
  busy: z.array(selector).optional(),
  screens: z.array(screen),
});

const honest = profileSchema
  .refine(
    // What the user showed rests on no source: on his own eyes.
    ({ evidence, screens, taught }) =>
      taught !== undefined || (evidence.grade === 'none') === (screens.length === 0),
    'evidence: the grade is `none` where no screen is known, and only there',
  )
  .refine(
    ({ evidence, hosts }) => hosts.length > 0 || (evidence.hosts ?? 'none') === 'none',
    'evidence.hosts: a grade for no host',
  )
  .refine(
    ({ evidence, hosts, taught }) =>
      taught !== undefined || hosts.length === 0 || (evidence.hosts ?? evidence.grade) !== 'none',
    'hosts: a host that nothing proves is a candidate',
  )
  .refine(
    ({ hosts, screens }) => hosts.length > 0 || screens.every(({ when }) => when.present ?? when.shown),
    'without hosts, every screen needs an element',
  );

/** A profile, or an error that says in one line per fault where it is and what is wrong. */
export function parseProfile(raw: unknown): Profile {
  const parsed = honest.safeParse(raw);
  if (parsed.success) return parsed.data as Profile;
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : 'unnamed';
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(whole)'}: ${message}`,
  );
  throw new Error([`Profile ${id} is not valid:`, ...faults].join('\n'));
}
