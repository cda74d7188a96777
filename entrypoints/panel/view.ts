/** From the session to what the panel shows: judged here, so that what is typed in the panel is judged at once. */
import { consentMention } from '../../cases/consent-mention.ts';
import { previewOf, type PreviewLine } from '../../cases/preview.ts';
import { comingSheet, sheetOf } from '../../cases/sheet-of-session.ts';
import { wantedSheet } from '../../cases/wanted-sheet.ts';
import type { NumberCheck, PanelProps, QuotaCounts } from '../../components/panel/panel-props.ts';
import type { PanelSession } from '../../messages/contract.ts';
import { checks } from '../../rules/checks/index.ts';
import { checkFiness } from '../../rules/identifiers/finess.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { lint } from '../../rules/lint.ts';
import { quotaCounts } from '../../rules/quota.ts';
import type { LintResult } from '../../rules/schema.ts';

type View = Pick<PanelProps, 'lint' | 'dateAssumed' | 'quota' | 'preview' | 'consentMention'>;

/** Rules that can be judged before the sheet exists: the others would only say that they could not. */
const beforeTheSheet = /^(acte\.(ferme|profession)|quota\.|doublon|urgence\.|consentement\.)/;

export const ruleTitles: Readonly<Record<string, string>> = Object.fromEntries(
  checks.map(({ id, title }) => [id, title]),
);

function comingLint(result: LintResult): LintResult {
  return {
    ...result,
    findings: result.findings.filter(({ rule }) => beforeTheSheet.test(rule)),
    notChecked: result.notChecked.filter(({ rule }) => beforeTheSheet.test(rule)),
  };
}

export function previewLines(session: PanelSession): PreviewLine[] {
  const { reading, settings, report } = session;
  if (reading?.screen !== 'fse' || !settings) return [];
  const wanted = wantedSheet({
    role: session.role,
    otherSide: session.otherSide,
    securing: settings.securing,
  });
  return previewOf(reading, wanted, report?.kind === 'prepare' ? report : null);
}

export function viewOf(session: PanelSession, today: string): View {
  const { settings, consent, patient } = session;
  const nothing: View = { lint: null, dateAssumed: false, quota: null, preview: [], consentMention: '' };
  if (!settings || !session.reading) return nothing;
  const onSheet = sheetOf(session, today);
  const coming = comingSheet(session, onSheet?.sheet.actDate ?? today);
  const judged = onSheet ?? coming;
  const result = lint(judged.sheet, judged.context);
  const name = [patient?.firstName, patient?.lastName ?? patient?.birthName].filter(Boolean).join(' ');
  return {
    lint: onSheet ? result : comingLint(result),
    dateAssumed: onSheet?.dateAssumed === true && result.applies,
    quota:
      session.history === undefined
        ? null
        : (quotaCounts(coming.sheet, coming.context) as QuotaCounts | null),
    preview: previewLines(session),
    consentMention: consent?.given ? consentMention(settings.mention, name, consent) : '',
  };
}

/**
 * May a press of the final button be held for what was found? Not where we only look, where the page is no longer what
 * the profile says, nor where the patient is in doubt: then nothing was really judged.
 */
export const mayHold = ({ reading, identity }: PanelSession): boolean =>
  reading?.mode === 'full' && reading.changed.length === 0 && identity !== 'different';

/** Rules that block and that the user did not switch off. A rule that is off still shows its block. */
export const blockingRules = ({ settings }: PanelSession, { findings }: LintResult): string[] =>
  findings
    .filter(({ rule, severity }) => severity === 'block' && !settings?.rulesOff.includes(rule))
    .map(({ rule }) => rule);

/** Shorter than this, a number is still being typed. */
const LENGTH = 9;

export function checkTyped(typed: string, salaried: boolean): NumberCheck {
  const bare = typed.replace(/\s/g, '');
  if (bare.length < LENGTH && /^\w*$/.test(bare)) return { level: 'partial', message: '' };
  const { level, message } = salaried ? checkFiness(bare) : checkNumeroAm(bare);
  return { level: level === 'error' ? 'wrong' : level, message: level === 'ok' ? '' : message };
}
