/** From the structure of a page to the text that is shown, and saved if its reader wants. */
import { z } from '../../rules/zod.ts';
import { fieldIds, type FieldId } from '../model.ts';
import { inputTypes, MOST_LINES, roles, type Structure, type StructureNode } from './structure.ts';

const identifier = z.string().regex(/^(\?|[A-Za-z#_.:$-]{1,80})$/);
const list = z.array(identifier).max(12).optional();
const one = (words: readonly string[]) => z.enum(['?', ...words]).optional();

/** What the page's script gives is not taken at its word: a digit or a space anywhere, and there is no report. */
const structureSchema = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        depth: z.number().int().min(0).max(100),
        tag: identifier,
        inside: z.enum(['shadow', 'frame']).optional(),
        type: one(inputTypes),
        role: one(roles),
        id: identifier.optional(),
        name: identifier.optional(),
        control: identifier.optional(),
        target: identifier.optional(),
        classes: list,
        attributes: list,
        concepts: z.array(z.enum(fieldIds)).max(8).optional(),
        alike: z.number().int().min(1).max(20_000).optional(),
      }),
    )
    .max(MOST_LINES),
  seen: z.number().int().min(0).max(20_000),
  cut: z.boolean(),
});

/** The structure, or null where it is not what a page's script of ours gives. */
export const parseStructure = (raw: unknown): Structure | null =>
  (structureSchema.safeParse(raw).data as Structure | undefined) ?? null;

/** Puts every word that is not known for neutral out of sight: the same word the same `w…`, all over the report. */
export function masker(neutral: ReadonlySet<string>): (token: string) => string {
  const hidden = new Map<string, string>();
  const hide = (word: string): string => {
    const known = hidden.get(word) ?? `w${hidden.size + 1}`;
    hidden.set(word, known);
    return known;
  };
  return (token) => {
    if (token === '?') return '?';
    const words = token.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
    const isKnown = (word: string): boolean => neutral.has(word.toLowerCase());
    if (words.every(isKnown)) return token;
    // Two known letters beside a hidden word say nothing.
    if (!words.some((word) => word.length > 2 && isKnown(word))) return hide(token);
    return token.replace(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g, (word) =>
      isKnown(word) ? word : hide(word.toLowerCase()),
    );
  };
}

export interface ReportAbout {
  /** Version of the extension. */
  version: string;
  /** `Chrome 156`. */
  browser: string;
  /** A shipped profile, or null where the page is nobody's or its user's own. */
  profile: { id: string; checkedOn: string } | null;
  /** Only a host that stands in a shipped profile: any other may name a practice. */
  host: string | null;
  screen: string | null;
  /** Expected, and not there. */
  missing: readonly FieldId[];
  /** Not there, and not always to be expected. */
  absent: readonly FieldId[];
  found: readonly FieldId[];
}

function lineOf(node: StructureNode, mask: (token: string) => string, neutral: ReadonlySet<string>): string {
  const { tag, inside, id, name, control, target, classes = [], type, role, attributes = [], alike } = node;
  // An attribute nobody knows may be a name that lost its quotes.
  const told = attributes.filter((one) =>
    (one.match(/[A-Za-z]+/g) ?? ['?']).every((word) => neutral.has(word.toLowerCase())),
  );
  const head = [
    mask(tag),
    id === undefined ? '' : `#${mask(id)}`,
    ...classes.map((one) => `.${mask(one)}`),
  ].join('');
  const parts = [
    inside ? `(${inside}) ${head}` : head,
    name !== undefined && `name=${mask(name)}`,
    control !== undefined && `formcontrolname=${mask(control)}`,
    target !== undefined && `for=${mask(target)}`,
    type && `type=${type}`,
    role && `role=${role}`,
    told.length > 0 && `[${told.join(' ')}]`,
    node.concepts && `<${node.concepts.join(' ')}>`,
    alike && `(+ ${alike})`,
  ];
  return `${'  '.repeat(Math.min(node.depth, 60))}${parts.filter(Boolean).join(' ')}`;
}

const listed = (fields: readonly FieldId[]): string => (fields.length > 0 ? fields.join(', ') : 'aucun');

/** The whole text. French where the user reads, selectors where whoever repairs the profile does. */
export function reportText(structure: Structure, about: ReportAbout, neutral: ReadonlySet<string>): string {
  const mask = masker(neutral);
  const { nodes, seen, cut } = structure;
  const { profile } = about;
  return [
    'Volet Téléexpertise : structure de la page',
    'Ni texte, ni valeur, ni adresse.',
    '',
    `Version : ${about.version}`,
    `Navigateur : ${about.browser}`,
    `Profil : ${profile ? `${profile.id}, du ${profile.checkedOn.split('-').reverse().join('/')}` : 'aucun'}`,
    `Site : ${about.host ?? 'non indiqué'}`,
    `Écran : ${about.screen ?? 'non reconnu'}`,
    `Champs introuvables : ${listed(about.missing)}`,
    `Champs absents, parfois attendus : ${listed(about.absent)}`,
    `Champs trouvés : ${listed(about.found)}`,
    `Éléments : ${seen} vus, ${nodes.length} lignes${cut ? ', coupé à la limite' : ''}`,
    '',
    '# chiffres · w1, w2 mots masqués · ? autre signe · [ ] attributs, sans leur valeur',
    '< > libellé du métier à côté · (+ 3) autant d’éléments semblables',
    '',
    ...nodes.map((node) => lineOf(node, mask, neutral)),
    '',
  ].join('\n');
}
