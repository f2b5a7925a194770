import { type Evidence, readEvidence } from '@portolan/evidence';

/** Reads the text of an `evidence.yaml`. */
export function evidenceOf(text: string, location = 'evidence.yaml'): Evidence {
  const { evidence, findings } = readEvidence(location, text) ?? {};
  if (!evidence || findings?.length) throw new Error(`${location} is no evidence: ${findings?.[0]?.message}`);
  return evidence;
}
