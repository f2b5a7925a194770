import { join } from 'node:path';
import { type Finding, findingOf } from '@portolan/base';
import { fits, SETTINGS_FILE, type SettledMapping } from '@portolan/checks';
import { EVIDENCE_MAPPING_UNUSED, mappedAdapter } from '@portolan/evidence';
import type { EvidenceAdapter } from '@portolan/evidence/port';
import type { Governing } from '../settings/governing.ts';
import { slashed } from '../settings/places.ts';

/** A file that holds evidence, with who reads it. */
export interface Held {
  readonly location: string;
  readonly adapter: EvidenceAdapter;
}

/** A file that is no document, with who would read it as evidence by what it looks like. */
export interface Likely {
  readonly location: string;
  readonly adapter?: EvidenceAdapter | undefined;
}

/**
 * The files that hold evidence: by what they look like, and by what the settings that govern them say of them.
 *
 * @param root absolute path of the folder that locations are relative to
 */
export async function heldIn(
  files: readonly Likely[],
  root: string,
  settingsOf: (location: string) => Promise<Governing>,
): Promise<{ readonly held: readonly Held[]; readonly findings: readonly Finding[] }> {
  const held: Held[] = [];
  const unused = new Map<SettledMapping, Governing>();
  const used = new Set<SettledMapping>();
  /** The same adapter for all files of a mapping: those of a folder may be understood together. */
  const adapters = new Map<SettledMapping, Map<EvidenceAdapter | undefined, EvidenceAdapter>>();
  for (const { location, adapter } of files) {
    if (location.split('/').at(-1) === SETTINGS_FILE) {
      const governing = await settingsOf(location);
      for (const mapping of governing.settings.evidence)
        if (isBelow(root, mapping.folder)) unused.set(mapping, governing);
      continue;
    }
    const { settings } = await settingsOf(location);
    const mapping = settings.evidence.find(each => isFor(each, slashed(join(root, location))));
    if (!mapping) {
      if (adapter) held.push({ location, adapter });
      continue;
    }
    used.add(mapping);
    const made = adapters.get(mapping) ?? new Map<EvidenceAdapter | undefined, EvidenceAdapter>();
    adapters.set(mapping, made);
    const mapped = made.get(adapter) ?? mappedAdapter(mapping, adapter);
    made.set(adapter, mapped);
    held.push({ location, adapter: mapped });
  }
  const findings = [...unused].filter(([mapping]) => !used.has(mapping)).map(([mapping, by]) => told(mapping, by));
  return { held, findings };
}

function isFor({ folder, files }: SettledMapping, path: string): boolean {
  return path.startsWith(`${folder}/`) && fits(path.slice(folder.length + 1), files.replace(/^\.\//, ''));
}

function isBelow(root: string, folder: string): boolean {
  return `${folder}/`.startsWith(`${slashed(root)}/`);
}

function told({ files, origin }: SettledMapping, governing: Governing): Finding {
  const range = governing.files.find(({ location }) => location === origin.source)?.locate(origin);
  return findingOf(EVIDENCE_MAPPING_UNUSED, origin, { files }, range && { range });
}
