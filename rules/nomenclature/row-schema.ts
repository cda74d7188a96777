/** What a row and a source must look like. Used by the tests: the rows themselves are typed and frozen code. */
import { confidences, professions, territories } from '../schema.ts';
import { z } from '../zod.ts';
import { teCodes } from './row.ts';

const day = z.iso.date();
const roughDay = z.union([day, z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)]);
const sourceIds = z.array(z.string().min(1));

const conflictSchema = z.strictObject({
  says: z.array(z.strictObject({ value: z.string().min(1), sources: sourceIds })).min(2),
  taken: z.string().min(1),
  why: z.string().min(10),
});

const rowShape = {
  id: z.string().regex(/^[A-Z0-9]+(\.[A-Z0-9_]+)+$/),
  value: z.union([z.number(), z.string(), z.boolean(), z.null(), z.record(z.string(), z.string())]),
  from: roughDay.nullable(),
  to: roughDay.nullable(),
  professions: z.union([z.literal('all'), z.array(z.enum(professions))]),
  territories: z.union([z.literal('all'), z.array(z.enum([...territories, 'collectivites'])).min(1)]),
  sources: sourceIds,
  confidence: z.enum(confidences),
  startConfidence: z.enum(confidences).optional(),
  conflict: conflictSchema.optional(),
  checkedOn: day,
  note: z.string().min(1),
};

export const rowSchema = z.strictObject(rowShape);

/** Rows that judge a sheet: full days, one code. */
const actRowShape = { ...rowShape, code: z.enum(teCodes), from: day.nullable(), to: day.nullable() };

export const tariffRowSchema = z.strictObject({
  ...actRowShape,
  value: z.number().int().positive().nullable(),
});
export const quotaRowSchema = z.strictObject({
  ...actRowShape,
  value: z.number().int().positive().nullable(),
});
export const rightRowSchema = z.strictObject({
  ...actRowShape,
  value: z.enum(['billable', 'limited', 'not-found', 'not-paid']),
});

export const sourceEntrySchema = z.strictObject({
  title: z.string().min(5),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  date: day.nullable(),
  period: z.string().min(4).optional(),
  kind: z.enum([
    'official-text',
    'official-page',
    'official-code',
    'public-data',
    'leaflet',
    'guide',
    'regional-body',
    'union',
    'vendor',
    'press',
    'open-code',
  ]),
  checkedOn: day,
});
