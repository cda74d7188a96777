/**
 * The model: what a sheet is and what a finding is (docs/model.md).
 *
 * Three states everywhere: a value; `null` = looked for and empty; absent = could not be read.
 * Money is in integer cents inside the program (`amount`, `excess`, `amountAtStake`); files hold euros with two
 * decimals and are converted where they are read. Dates are `YYYY-MM-DD`.
 */
import { z } from './zod.ts';

export const professions = [
  'medecin',
  'sage-femme',
  'infirmier',
  'ipa',
  'orthophoniste',
  'masseur-kinesitherapeute',
  'pedicure-podologue',
  'orthoptiste',
  'pharmacien',
  'chirurgien-dentiste',
] as const;
export const territories = ['metropole', 'drom', 'mayotte'] as const;
export const structures = ['liberal', 'etablissement'] as const;
export const securings = ['vitale', 'sans-vitale', 'degrade'] as const;
export const carePaths = [
  'exclusion',
  'medecin-traitant',
  'oriente',
  'acces-direct',
  'hors-parcours',
  'urgence',
  'autre',
] as const;
export const eligibilities = ['ald', 'maladie-rare', 'zone-sous-dense', 'ehpad', 'detenu'] as const;
export const severities = ['block', 'warn', 'info'] as const;
export const confidences = ['CONFIRMED', 'SINGLE', 'CONFLICT', 'GAP'] as const;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A leaf in one of the three states. */
const leaf = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

export const actSchema = z.object({
  code: leaf(z.string()),
  quantity: leaf(z.number()),
  /** Line total in cents (quantity × unit), excess apart. */
  amount: leaf(z.number().int()),
  /** Dépassement d'honoraires, in cents. */
  excess: leaf(z.number().int()),
});

export const sheetSchema = z.object({
  id: z.string(),
  actDate: leaf(isoDate),
  sentDate: leaf(isoDate),
  biller: z
    .object({
      profession: leaf(z.enum(professions)),
      numeroAm: leaf(z.string()),
      territory: leaf(z.enum(territories)),
      structure: leaf(z.enum(structures)),
    })
    .optional(),
  acts: leaf(z.array(actSchema)),
  tiersPayant: z.object({ amo: leaf(z.boolean()), amc: leaf(z.boolean()) }).optional(),
  securing: leaf(z.enum(securings)),
  carePath: leaf(z.enum(carePaths)),
  prescriber: z
    .object({
      number: leaf(z.string()),
      prescribedOn: leaf(isoDate),
      salaried: leaf(z.boolean()),
      sameSite: leaf(z.boolean()),
    })
    .optional(),
  patient: z
    .object({
      key: leaf(z.string()),
      nir: leaf(z.string()),
      birthDate: leaf(isoDate),
      hospitalised: leaf(z.boolean()),
      eligibility: leaf(z.array(z.enum(eligibilities))),
    })
    .optional(),
});

export const historyActSchema = z.object({
  code: z.string(),
  actDate: isoDate,
  patientKey: z.string().nullable().optional(),
  billerNumeroAm: z.string().nullable().optional(),
  /** What the act is called where it was found, to say which one was met. */
  id: z.string().optional(),
});

export const consentSchema = z.object({
  given: z.boolean(),
  on: isoDate,
  by: z.enum(['patient', 'representant-legal']).optional(),
  how: z.enum(['oral', 'ecrit']).optional(),
});

export const contextSchema = z.object({
  today: isoDate.optional(),
  history: z.array(historyActSchema).nullable().optional(),
  consent: leaf(consentSchema),
  requestText: leaf(z.string()),
  reportReceivedOn: leaf(isoDate),
  planDeTraitement: leaf(z.boolean()),
  scor: leaf(z.boolean()),
});

export type Profession = (typeof professions)[number];
export type Territory = (typeof territories)[number];
export type Structure = (typeof structures)[number];
export type Securing = (typeof securings)[number];
export type CarePath = (typeof carePaths)[number];
export type Eligibility = (typeof eligibilities)[number];
export type Severity = (typeof severities)[number];
export type Confidence = (typeof confidences)[number];
export type Act = z.infer<typeof actSchema>;
export type Sheet = z.infer<typeof sheetSchema>;
export type HistoryAct = z.infer<typeof historyActSchema>;
export type Consent = z.infer<typeof consentSchema>;
export type Context = z.infer<typeof contextSchema>;

/** A text that states a rule, or a page that reports it. Dates are ISO, or null when the page shows none. */
export interface Source {
  id: string;
  title: string;
  url: string | null;
  /** Date of the text. */
  date: string | null;
  /** Day somebody last read it for this project. */
  checkedOn: string;
  confidence: Confidence;
}

/** The fields of a sheet a finding can point at, and a fix can change. */
export type SheetField =
  | 'acte.code'
  | 'acte.quantite'
  | 'acte.montant'
  | 'acte.depassement'
  | 'acte.date'
  | 'tp.amo'
  | 'tp.amc'
  | 'mode'
  | 'parcours'
  | 'prescripteur.numero'
  | 'prescripteur.date'
  | 'patient.nir';

/** A certain correction: set `field` to `value` (boolean for boxes, cents for amounts, model words for choices). */
export interface Fix {
  field: SheetField;
  value: string | number | boolean;
  /** What the button's tooltip says, in French. */
  label: string;
}

export interface Finding {
  rule: string;
  severity: Severity;
  /** One French sentence: what is wrong, with the value seen, and what to do. */
  message: string;
  field?: SheetField;
  source: Source;
  /** Euros in cents that are lost or refused if nothing is done. */
  amountAtStake?: number;
  fix?: Fix;
}

export interface NotChecked {
  rule: string;
  /** Property paths of the sheet or of the context that could not be read, e.g. `prescriber.number`. */
  missing: string[];
}

export interface LintResult {
  /** False when no act of téléexpertise is on the sheet: then nothing was judged. */
  applies: boolean;
  findings: Finding[];
  notChecked: NotChecked[];
}
