import type { ParsedSettings } from '../../components/options/options-props.ts';
import { settingsSchema } from '../../messages/contract.ts';

const NOT_OURS = 'Ce fichier n’est pas un export de réglages du volet. Vos réglages n’ont pas changé.';
const OTHER_VERSION =
  'Ces réglages viennent d’une autre version du volet, qui ne se lit pas ici. Vos réglages n’ont pas changé.';

/** Reads an exported file of settings; nothing of it is taken unless all of it is right. */
export function readSettings(text: string): ParsedSettings {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, message: NOT_OURS };
  }
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const otherVersion = parsed.error.issues.some(({ path }) => path[0] === 'version');
  const versioned = typeof given === 'object' && given !== null && 'version' in given;
  return { ok: false, message: otherVersion && versioned ? OTHER_VERSION : NOT_OURS };
}
