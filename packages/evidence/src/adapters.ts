import type { EvidenceAdapter, EvidenceResult } from './port.ts';
import { evidenceYaml } from './yaml/evidence-yaml.ts';

/** Every kind of file that holds evidence. The first that takes a file reads it. */
export const adapters: readonly EvidenceAdapter[] = [evidenceYaml];

/** Whether a file holds evidence, by its name. */
export function isEvidence(location: string): boolean {
  return adapters.some(adapter => adapter.takes(location));
}

/** Reads a file of evidence; undefined for a file that holds none. Never throws for what stands in it. */
export function readEvidence(location: string, text: string): EvidenceResult | undefined {
  return adapters.find(adapter => adapter.takes(location))?.read(location, text);
}
