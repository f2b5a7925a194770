export { adapters, isEvidence, readEvidence } from './adapters.ts';
export { evidenceFindingKinds } from './findings.ts';
export type * from './port.ts';
export { EVIDENCE_SHAPE, evidenceJsonSchema } from './yaml/json-schema.ts';
