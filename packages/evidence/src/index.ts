export { adapterFor, adapters, adaptersFor, mayHoldEvidence, readEvidence } from './adapters.ts';
export { CODEOWNERS_PLACES, type Codeowners, readCodeowners } from './codeowners/codeowners.ts';
export { EVIDENCE_MAPPING_UNUSED, evidenceFindingKinds } from './findings.ts';
export { mappedAdapter } from './mapping/mapped.ts';
export type * from './port.ts';
export { EVIDENCE_SHAPE, evidenceJsonSchema } from './yaml/json-schema.ts';
