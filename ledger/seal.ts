/**
 * Sealing of one record, and the blind words by which it is found again. WebCrypto only.
 *
 * AES-256-GCM with a fresh random 96-bit IV for each record; the table, the id and the version are the additional
 * data, so that a sealed body moved to another row, or another row's id written over this one, does not open.
 */

/** The two keys in use, derived from the data key; neither can be exported. */
export interface LedgerKeys {
  seal: CryptoKey;
  blind: CryptoKey;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** A body sealed for somebody who is not there: only the holder of the private key opens it. */
export interface Letter extends Sealed {
  /** Public half of the key pair made for this letter alone, uncompressed. */
  from: ArrayBuffer;
}

/** Where a body belongs. */
export interface Place {
  table: string;
  id: string;
  v: number;
}

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();
const ivBytes = 12;

/**
 * Bodies are padded to a multiple of this many bytes: the length of a sealed body would otherwise tell short names
 * from long ones. 128 keeps an act's body at four or five steps, whatever the name.
 */
const padding = 128;

/** 128 bits of the HMAC: no two patients of one practice will ever share them, and the index is half the size. */
const blindBytes = 16;

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = sortedKeys((value as typeof sorted)[key]);
  return sorted;
}

/** `keys` sorted at every depth, so that equal content gives equal text whatever its history. */
export const canonical = (value: unknown): string => JSON.stringify(sortedKeys(value));

export function toBase64(bytes: Uint8Array | ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @throws when the text is not base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

const additionalData = ({ table, id, v }: Place): Uint8Array<ArrayBuffer> =>
  utf8.encode(JSON.stringify([table, id, v]));

/** Derives both keys from the 32 bytes of the data key. */
export async function keysFrom(dataKey: Uint8Array<ArrayBuffer>): Promise<LedgerKeys> {
  const root = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const hkdf = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8.encode(info),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [seal, blind] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('volet/seal/1'), root, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(hkdf('volet/blind/1'), root, hmac, false, ['sign']),
  ]);
  return { seal, blind };
}

async function sealWith(key: CryptoKey, place: Place, body: unknown): Promise<Sealed> {
  const text = utf8.encode(JSON.stringify(body));
  const padded = new Uint8Array(Math.ceil(text.length / padding) * padding).fill(0x20);
  padded.set(text);
  const iv = randomBytes(ivBytes);
  const algorithm = { name: 'AES-GCM', iv, additionalData: additionalData(place) };
  return { iv, sealed: await crypto.subtle.encrypt(algorithm, key, padded) };
}

async function unsealWith(key: CryptoKey, place: Place, { iv, sealed }: Sealed): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: additionalData(place) };
  const padded = await crypto.subtle.decrypt(algorithm, key, sealed);
  return JSON.parse(fromUtf8.decode(padded)) as unknown;
}

export const seal = (keys: LedgerKeys, place: Place, body: unknown): Promise<Sealed> =>
  sealWith(keys.seal, place, body);

/** @throws when the record was altered, moved, or sealed with another key. */
export const unseal = (keys: LedgerKeys, place: Place, record: Sealed): Promise<unknown> =>
  unsealWith(keys.seal, place, record);

const curve = { name: 'ECDH', namedCurve: 'P-256' };

async function letterKey(privateKey: CryptoKey, publicKey: CryptoKey): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const root = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode('volet/letter/1') },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** The two halves of a letter box: anybody who has the first may drop a letter, the second opens them. */
export async function makeLetterBox(): Promise<{ slot: ArrayBuffer; door: ArrayBuffer }> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const [slot, door] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { slot, door };
}

export async function sealLetter(slot: ArrayBuffer, place: Place, body: unknown): Promise<Letter> {
  const publicKey = await crypto.subtle.importKey('raw', slot, curve, false, []);
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const key = await letterKey(pair.privateKey, publicKey);
  const from = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { from, ...(await sealWith(key, place, body)) };
}

/** @throws when the letter was altered or was meant for another box. */
export async function openLetter(
  door: Uint8Array<ArrayBuffer>,
  place: Place,
  letter: Letter,
): Promise<unknown> {
  const privateKey = await crypto.subtle.importKey('pkcs8', door, curve, false, ['deriveBits']);
  const publicKey = await crypto.subtle.importKey('raw', letter.from, curve, false, []);
  return unsealWith(await letterKey(privateKey, publicKey), place, letter);
}

/** The word an index holds in place of `value`. `what` keeps words of different meanings apart. */
export async function blind(keys: LedgerKeys, what: string, value: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.blind, utf8.encode(JSON.stringify([what, value])));
  return toBase64(mac.slice(0, blindBytes));
}

export type Blinder = (what: string, value: string) => Promise<string>;

/** Blinds each word once: a file holds the same patients and the same biller over and over. */
export function blinder(keys: LedgerKeys): Blinder {
  const words = new Map<string, Promise<string>>();
  return (what, value) => {
    const key = `${what} ${value}`;
    const word = words.get(key) ?? blind(keys, what, value);
    words.set(key, word);
    return word;
  };
}

/** SHA-256 of the canonical text, base64. */
export async function digest(value: unknown): Promise<string> {
  return toBase64(await crypto.subtle.digest('SHA-256', utf8.encode(canonical(value))));
}
