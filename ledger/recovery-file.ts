import { z } from '../rules/zod.ts';
import { RecoveryRejected } from './errors.ts';
import { fromBase64, toBase64 } from './seal.ts';

/**
 * The file that stands for a forgotten passphrase. It holds a secret that opens the register of this one computer:
 * without that computer's own tables it opens nothing, and it says nothing of any patient.
 */
const recoveryFileSchema = z.object({
  format: z.literal('volet-teleexpertise/recuperation'),
  version: z.literal(1),
  note: z.string(),
  madeOn: z.string(),
  keyId: z.string(),
  secret: z.string(),
});

const note =
  'Ce fichier ouvre le registre du volet téléexpertise de l’ordinateur où il a été fait. Gardez-le ailleurs que sur cet ordinateur.';

export interface Recovery {
  keyId: string;
  secret: Uint8Array<ArrayBuffer>;
}

/** @param madeAt ms since the epoch */
export const writeRecoveryFile = ({ keyId, secret, madeAt }: Recovery & { madeAt: number }): string =>
  JSON.stringify(
    {
      format: 'volet-teleexpertise/recuperation',
      version: 1,
      note,
      madeOn: new Date(madeAt).toISOString().slice(0, 10),
      keyId,
      secret: toBase64(secret),
    } satisfies z.infer<typeof recoveryFileSchema>,
    null,
    2,
  );

/** @throws RecoveryRejected */
export function readRecoveryFile(text: string): Recovery {
  try {
    const { keyId, secret } = recoveryFileSchema.parse(JSON.parse(text));
    return { keyId, secret: fromBase64(secret) };
  } catch {
    throw new RecoveryRejected();
  }
}

/** The key a file's secret stands for: the secret is 256 random bits, so it needs no slowing down. */
export async function recoveryKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array() };
  return crypto.subtle.deriveKey(
    { ...hkdf, info: new TextEncoder().encode('volet/recovery/1') },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
