import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The fingerprints that the Avro specification recommends, by how long and how safe they are. */
export type FingerprintAlgorithm = 'CRC-64-AVRO' | 'MD5' | 'SHA-256';

/**
 * Fingerprint of a schema in Parsing Canonical Form, in hexadecimal digits. CRC-64-AVRO (Rabin) has its bytes in the
 * order of the single-object encoding: the least significant first.
 */
export function fingerprintOf(canonical: string, algorithm: FingerprintAlgorithm): string {
  const bytes = utf8ToBytes(canonical);
  if (algorithm === 'MD5') return bytesToHex(md5(bytes));
  if (algorithm === 'SHA-256') return bytesToHex(sha256(bytes));
  const hex = rabin(bytes).toString(16).padStart(16, '0');
  return (hex.match(/../g) ?? []).reverse().join('');
}

/** The fingerprint of no bytes, which is also the polynomial. */
const EMPTY = 0xc15d213aa4d7a795n;

let table: readonly bigint[] | undefined;

function rabin(bytes: Uint8Array): bigint {
  table ??= Array.from({ length: 256 }, (_, byte) => {
    let print = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) print = (print >> 1n) ^ (print & 1n ? EMPTY : 0n);
    return print;
  });
  let print = EMPTY;
  for (const byte of bytes) print = (print >> 8n) ^ (table[Number((print ^ BigInt(byte)) & 0xffn)] as bigint);
  return print;
}
