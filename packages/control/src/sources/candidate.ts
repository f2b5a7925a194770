import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { type DocumentKind, decode, documentKindOf } from '@portolan/contract';
import { adapterFor, mayHoldEvidence } from '@portolan/evidence';
import type { EvidenceAdapter } from '@portolan/evidence/port';

/** Bytes at the beginning of a file that tell what it is; only of OpenAPI and of registries the rest may decide. */
const HEAD = 64 * 1024;
/** A file that was written this short a time ago (ms) may be written again without its clock showing it. */
const FRESH = 100;

/** A file that was looked at in a scan. */
export interface Candidate {
  /** Path inside the root. */
  readonly location: string;
  /** Differs from the mark of the scan before when the file may have changed. */
  readonly mark: string;
  readonly is: 'document' | 'other' | 'too large' | 'unreadable';
  /** Who reads it as evidence, where it is no document and looks like that. */
  readonly evidence?: EvidenceAdapter;
}

/** Whether documents are written in files of that name. */
export function isDocumentName(location: string): boolean {
  return /\.(ya?ml|json)$/i.test(location);
}

/** Whether a file may be a document or evidence, by its name. */
export function isWanted(location: string): boolean {
  return isDocumentName(location) || mayHoldEvidence(location);
}

/** Looks at the head of a file, unless its mark says that it is the file that was looked at before. */
export async function lookAt(
  path: string,
  found: { readonly location: string; readonly mark: string; readonly size: number },
  before: Candidate | undefined,
  maxBytes: number,
): Promise<Candidate> {
  if (before?.mark === found.mark) return before;
  const { location, mark } = found;
  const head = await headOf(path, Math.min(found.size, HEAD));
  if (head === undefined) return { location, mark, is: 'unreadable' };
  // An editor may empty a file before it writes it anew: what was a document stays one until there is a text.
  const kind = isDocumentName(location) ? await kindOf(path, head, found.size, maxBytes) : undefined;
  const document = kind !== undefined || (head.trim() === '' && before?.is === 'document');
  if (document) return { location, mark, is: found.size > maxBytes ? 'too large' : 'document' };
  const evidence = adapterFor(location, head);
  return {
    location,
    mark,
    is: evidence && found.size > maxBytes ? 'too large' : 'other',
    ...(evidence && { evidence }),
  };
}

async function kindOf(path: string, head: string, size: number, maxBytes: number): Promise<DocumentKind | undefined> {
  const kind = documentKindOf(head, size <= HEAD);
  if (kind !== 'more') return kind;
  const text = size > maxBytes ? undefined : await headOf(path, size);
  const whole = text === undefined ? undefined : documentKindOf(text);
  return whole === 'more' ? undefined : whole;
}

/** The mark of a file as the file system describes it in the scan of this number; undefined is a missing file. */
export function markOf(stats: Stats | undefined, scan: number): string {
  if (!stats) return 'missing';
  const fresh = Date.now() - stats.mtimeMs < FRESH ? `, fresh in scan ${scan}` : '';
  return `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}${fresh}`;
}

/** Locations that came, went or have another mark. */
export function changedBetween(
  before: ReadonlyMap<string, Candidate>,
  after: ReadonlyMap<string, Candidate>,
): Set<string> {
  const changed = new Set<string>();
  for (const [location, candidate] of after) if (before.get(location)?.mark !== candidate.mark) changed.add(location);
  for (const location of before.keys()) if (!after.has(location)) changed.add(location);
  return changed;
}

async function headOf(path: string, length: number): Promise<string | undefined> {
  try {
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return decode(buffer.subarray(0, bytesRead));
  } catch {
    return undefined;
  }
}
