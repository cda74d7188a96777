/**
 * A self-signed TLS certificate made in memory. node:crypto signs but does not build X.509, and a fresh machine may
 * have no openssl, so the few ASN.1 DER structures of RFC 5280 are written here.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const;

const OID = {
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
} as const;

const HOUR = 3_600_000;

function der(tag: number, ...parts: Array<Uint8Array | readonly number[]>): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const size: number[] = [];
  for (let rest = body.length; rest > 0; rest >>= 8) size.unshift(rest & 0xff);
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length, ...size]), body]);
}

const contextTag = (index: number, constructed: boolean) => (constructed ? 0xa0 : 0x80) | index;

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(TAG.utcTime, Buffer.from(`${digits}Z`));
}

/**
 * A certificate for `hosts` (wildcards allowed), valid one day around now, on a P-256 key that exists only in memory.
 * Both parts are PEM text.
 */
export function createCertificate(hosts: string[]): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const now = Date.now();
  const algorithm = der(TAG.sequence, der(TAG.oid, OID.ecdsaWithSha256));
  const name = der(
    TAG.sequence,
    der(
      TAG.set,
      der(TAG.sequence, der(TAG.oid, OID.commonName), der(TAG.utf8, Buffer.from('practice replica'))),
    ),
  );
  const serial = randomBytes(16);
  // DER integers are signed: a leading bit would make the serial number negative.
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const dnsNames = hosts.map((host) => der(contextTag(2, false), Buffer.from(host)));
  const alternatives = der(
    TAG.sequence,
    der(TAG.oid, OID.subjectAltName),
    der(TAG.octetString, der(TAG.sequence, ...dnsNames)),
  );
  const toSign = der(
    TAG.sequence,
    der(contextTag(0, true), der(TAG.integer, [2])),
    der(TAG.integer, serial),
    algorithm,
    name,
    der(TAG.sequence, utcTime(now - HOUR), utcTime(now + 24 * HOUR)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(contextTag(3, true), der(TAG.sequence, alternatives)),
  );
  const signature = sign('sha256', toSign, privateKey);
  const certificate = der(TAG.sequence, toSign, algorithm, der(TAG.bitString, [0], signature));
  const lines = certificate.toString('base64').replace(/(.{64})(?!$)/g, '$1\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
