/** The real drivers, put into a page of the matrix: one field, one profile, one plan. */
import { readScreen } from '../../../sites/read.ts';
import { pageAccess, reconcile } from '../../../sites/reconcile.ts';
import { undoSteps } from '../../../sites/undo.ts';
import type { FieldId, Plan, WriteReport } from '../../../sites/model.ts';
import type { FieldMap, SentinelProfile } from '../../../sites/profile.ts';
import { acts } from './cells.ts';

const profileOf = (field: FieldId, map: FieldMap): SentinelProfile => ({
  id: 'matrice',
  name: 'Matrice',
  kind: 'ehr',
  hosts: ['widgets.test'],
  frames: 'top',
  evidence: { grade: 'source', checkedOn: '2026-11-22' },
  marker: { param: 'patient', pattern: '^(\\d+)$' },
  off: [],
  screens: [{ kind: 'fse', when: { present: ['body'] }, fields: { [field]: map }, acts }],
});

export interface Asked {
  field: FieldId;
  map: FieldMap;
  /** A writing, or the undoing of the report of one. */
  want?: string | number | boolean;
  undo?: WriteReport;
  before?: Plan['before'];
}

declare global {
  interface Window {
    __hands: { read(asked: Asked): unknown; write(asked: Asked): Promise<WriteReport> };
    /** Told of the progress, so that a page that posts itself can be gone on with. */
    __progress?: (report: WriteReport) => void;
    __trouble?: string;
  }
}

window.__hands = {
  read: ({ field, map }) =>
    readScreen(document, location.href, profileOf(field, map), Date.now())?.fields[field]?.value,
  write: ({ field, map, want, undo, before }) => {
    const steps = undo ? undoSteps(undo) : [{ field, want: want ?? '' }];
    const plan: Plan = {
      id: 'matrice',
      marker: '7',
      role: 'requerant',
      steps,
      createdAt: 0,
      kind: undo ? 'undo' : 'prepare',
      ...(before && { before }),
    };
    return reconcile(plan, pageAccess(window, profileOf(field, map)), {
      onProgress: (report) => window.__progress?.(report),
      onTrouble: (error) => (window.__trouble = String(error)),
    });
  },
};
