import { cloudformation } from './cloudformation/cloudformation.ts';
import { compose } from './compose/compose.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import type { EvidenceAdapter, EvidenceFile, EvidenceResult } from './port.ts';
import { spring } from './spring/spring.ts';
import { terraform } from './terraform/terraform.ts';
import { evidenceYaml } from './yaml/evidence-yaml.ts';

/** Every kind of file that holds evidence. The first that takes a file, and to which it looks right, reads it. */
export const adapters: readonly EvidenceAdapter[] = [
  evidenceYaml,
  compose,
  spring,
  terraform,
  kubernetes,
  cloudformation,
];

/** Whether a file may hold evidence, by its name. */
export function mayHoldEvidence(location: string): boolean {
  return adapters.some(adapter => adapter.takes(location));
}

/**
 * Who would read a text, were it in a file of the right name: a cheap look.
 *
 * @param head the text, or its first 64 KiB
 */
export function adaptersFor(head: string): readonly EvidenceAdapter[] {
  return adapters.filter(adapter => adapter.looksRight?.(head) !== false);
}

/** Who reads a file of evidence; undefined for a file that holds none. */
export function adapterFor(location: string, head: string): EvidenceAdapter | undefined {
  return adapters.find(adapter => adapter.takes(location) && adapter.looksRight?.(head) !== false);
}

/**
 * Reads a file of evidence; undefined for a file that holds none. Never throws for what stands in it.
 *
 * @param beside where its adapter reads files together, those of the same folder
 */
export function readEvidence(
  location: string,
  text: string,
  beside: readonly EvidenceFile[] = [{ location, text }],
): EvidenceResult | undefined {
  return adapterFor(location, text)?.read(location, text, beside);
}
