/** Avro for those who store schemas: what a schema is called by its content. */
export { canonicalForm } from './canonical.ts';
export { type FingerprintAlgorithm, fingerprintOf } from './fingerprint.ts';
export { readAvro } from './read.ts';
