/** Writes docs/sites.md from sites/profiles/. `node scripts/sites-doc.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { format, resolveConfig } from 'prettier';
import { controls } from '../tests/practice/widget-pages/cells.ts';
import { libraries } from '../tests/practice/widget-pages/libraries.ts';
import { fixedHosts } from '../sites/hosts.ts';
import { parseProfile } from '../sites/profile-schema.ts';
import type { FieldId, Grade } from '../sites/model.ts';
import type { FieldMap, Profile, ScreenMap } from '../sites/profile.ts';

const root = join(import.meta.dirname, '..');
const profilesFolder = join(root, 'sites', 'profiles');
export const sitesPageFile = join(root, 'docs', 'sites.md');

const grades: Record<Grade, string> = {
  source: 'proved by source',
  'vendor-doc': 'vendor’s documentation',
  'third-party': 'third party only',
  none: 'nothing known',
};

/** How a mapped field is known, in the words of the page's introduction. */
function knownBy(map: FieldMap, grade: Grade): string {
  if (map.guess) return 'guessed';
  if (map.control === 'caption') return 'caption';
  if (map.readOnly || map.control === 'display') return 'read';
  if (map.labels) return 'label';
  return grade === 'source' ? 'mapped' : 'label';
}

/** What `cases/wanted-sheet.ts` asks of a sheet: what no profile maps of it stays for the hand. */
const wanted: FieldId[] = [
  'acte.code',
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'prescripteur.numero',
  'prescripteur.date',
];

function fieldsOf(screen: ScreenMap, grade: Grade): string {
  const groups = new Map<string, string[]>();
  for (const [id, map] of Object.entries(screen.fields)) {
    const how = map ? knownBy(map, grade) : 'known and irrelevant';
    groups.set(how, [...(groups.get(how) ?? []), `\`${id}\``]);
  }
  if (screen.kind === 'fse') {
    const byHand = wanted.filter((field) => {
      const map = screen.fields[field];
      return !map || map.guess || map.readOnly;
    });
    if (byHand.length)
      groups.set(
        '**by hand**',
        byHand.map((field) => `\`${field}\``),
      );
  }
  return [...groups].map(([how, ids]) => `${how}: ${ids.join(', ')}`).join('; ');
}

const recognisedBy = ({ when }: ScreenMap): string =>
  [
    when.path && `address \`${when.path}\``,
    when.present && 'elements of the vendor’s',
    when.shown && 'words in their place',
    when.captions && 'captions that stand together',
  ]
    .filter(Boolean)
    .join(', ');

function hostsOf({ hosts, candidateHosts = [], evidence, reach }: Profile): string[] {
  const fixed = new Set<string>(fixedHosts);
  const grade = evidence.hosts ?? evidence.grade;
  return [
    ...hosts.map(
      (host) =>
        `\`${host}\`: ${grades[grade]}; ${fixed.has(host) ? 'in the manifest' : 'asked for, in the settings or on its page'}`,
    ),
    ...candidateHosts.map(
      ({ host, grade: guess }) =>
        `\`${host}\`: a candidate (${grades[guess]}); never asked for, gives the software its name once the user has activated it`,
    ),
    ...(hosts.length + candidateHosts.length === 0
      ? [reach === 'desktop' ? 'none: a program of the computer' : 'none known: activated on its own page']
      : []),
  ];
}

function chapter(profile: Profile): string {
  const { id, name, evidence, screens, billingSteps = [], off } = profile;
  const lines = [
    `### ${name}`,
    '',
    `\`${id}\` · screens ${grades[evidence.grade]} · looked at on ${evidence.checkedOn}`,
    '',
    evidence.notes,
    '',
    ...hostsOf(profile).map((line) => `- Host ${line}.`),
    ...(evidence.sources ?? []).map((source) => `- Read in: ${source}.`),
    ...off.map(({ when, why }) => `- Read only with \`${when.query}=\` in the address: « ${why} »`),
    ...(billingSteps.length
      ? [`- Said in the panel: ${billingSteps.map((step) => `« ${step} »`).join(' ')}`]
      : []),
    `- Never tried on the real thing: ${evidence.untried ?? (screens.length ? 'everything here; it was read, and run on a replica of our own.' : 'everything.')}`,
    '',
  ];
  if (screens.length === 0) return lines.join('\n');
  return [
    ...lines,
    '| screen | recognised by | fields |',
    '| --- | --- | --- |',
    ...screens.map(
      (screen) => `| ${screen.kind} | ${recognisedBy(screen)} | ${fieldsOf(screen, evidence.grade)} |`,
    ),
    '',
  ].join('\n');
}

/** The shipped profiles, read from their files: a script needs no bundler for them. */
export const shippedProfiles = (): Profile[] =>
  readdirSync(profilesFolder)
    .filter((name) => name.endsWith('.jsonc'))
    .map(
      (name) =>
        parse(readFileSync(join(profilesFolder, name), 'utf8'), [], { allowTrailingComma: true }) as unknown,
    )
    .map(parseProfile)
    .sort(
      (a, b) =>
        Number(b.screens.length > 0) - Number(a.screens.length > 0) || a.name.localeCompare(b.name, 'fr'),
    );

const row = ({ name, evidence, screens, hosts, reach }: Profile): string => {
  const kinds = [...new Set(screens.map(({ kind }) => kind))].join(', ');
  const fixed = hosts.filter((host) => (fixedHosts as readonly string[]).includes(host));
  const where = fixed.length
    ? 'manifest'
    : hosts.length
      ? 'asked for'
      : reach === 'desktop'
        ? 'desktop'
        : 'on its page';
  return `| [${name}](#${anchor(name)}) | ${grades[evidence.grade]} | ${where} | ${kinds || 'none: labels, pointing, paste'} |`;
};

/** As GitHub makes them of a heading. */
const anchor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/ /g, '-');

/** Library × control, as tests/e2e/widgets.spec.ts holds it. */
function matrix(): string[] {
  const file = join(root, 'tests', 'practice', 'widget-pages', 'failures.json');
  const failures = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const reasons = libraries.flatMap(({ id, name, absent }) => [
    ...Object.entries(failures[id] ?? {}).map(
      ([control, why]) => `- **${name}, ${control}**: not written; ${why}.`,
    ),
    ...(Object.keys(absent).length
      ? [
          `- ${name} leaves out: ${Object.entries(absent)
            .map(([control, why]) => `${control} (${why})`)
            .join('; ')}.`,
        ]
      : []),
  ]);
  const mark = (library: (typeof libraries)[number], control: (typeof controls)[number]): string => {
    if (library.absent[control]) return '·';
    return failures[library.id]?.[control] ? '✗' : '✓';
  };
  return [
    'Each control of each library was written, read back and undone by the real drivers (`npm run test:widgets`; ✓), does not',
    'exist there (·), or is told to the person, who writes it himself (✗).',
    '',
    `| library | ${controls.join(' | ')} |`,
    `| --- | ${controls.map(() => '---').join(' | ')} |`,
    ...libraries.map(
      (library) => `| ${library.name} | ${controls.map((control) => mark(library, control)).join(' | ')} |`,
    ),
    '',
    ...reasons,
    '',
  ];
}

function page(profiles: readonly Profile[]): string {
  const table = (kind: Profile['kind']) => [
    '| system | screens | access | known screens |',
    '| --- | --- | --- | --- |',
    ...profiles.filter((profile) => profile.kind === kind).map(row),
    '',
  ];
  const chapters = (kind: Profile['kind']) =>
    profiles.filter((profile) => profile.kind === kind).map(chapter);
  return [
    '# What is known of each system',
    '',
    '<!-- Written by `npm run docs` from sites/profiles/. Do not edit. -->',
    '',
    'Nobody here has an account of any of these systems. What follows says where each fact was read, how well it is',
    'proved, and what was never tried. A system without a known screen is served by reading labels (never written from),',
    'by pointing at its fields once, and by pasting.',
    '',
    '**Fields.** _mapped_: the place is proved by source code, may be written. _label_: found among the vendor’s own fields by',
    'its exact, unique label, may be written. _caption_: whatever stands beside a whole caption, read only. _read_: shown, never',
    'written. _guessed_: warned about, never written. _by hand_: wanted on the sheet and not mapped; the panel says it.',
    '',
    '**Access.** _manifest_: the host is proved by source and the extension sees it from the start. _asked for_: the host is',
    'known, and the browser asks the person. _on its page_: the person activates the site he is on.',
    '',
    '## Practice software',
    '',
    ...table('ehr'),
    '## Platforms',
    '',
    ...table('platform'),
    '## Practice software, one by one',
    '',
    ...chapters('ehr'),
    '## Platforms, one by one',
    '',
    ...chapters('platform'),
    '## Controls that can be written',
    '',
    ...matrix(),
  ].join('\n');
}

/** docs/sites.md as it must stand, formatted like every other file of the project. */
export async function sitesPage(): Promise<string> {
  const options = { ...(await resolveConfig(sitesPageFile)), parser: 'markdown' };
  return format(page(shippedProfiles()), options);
}

if (import.meta.main) {
  const text = await sitesPage();
  writeFileSync(sitesPageFile, text);
  process.stdout.write(`docs/sites.md: ${text.length} characters\n`);
}
