import { faults } from '../../faults.ts';
import type { PushedFile } from './ledger.ts';

/** How much one push may hold. */
export const PUSH_LIMITS = Object.freeze({ files: 10_000, bytes: 32 * 1024 * 1024, location: 500 });

/**
 * The files of a push, as they may be kept: with paths that stay inside the source, each once, sorted by nobody.
 *
 * Faults: CONTROL_PUSH_REFUSED.
 */
export function checkedFiles(name: string, files: readonly PushedFile[]): readonly PushedFile[] {
  const refuse = (reason: string) => faults.PUSH_REFUSED({ source: name, reason });
  if (files.length > PUSH_LIMITS.files) throw refuse(`it holds more than ${PUSH_LIMITS.files} files`);
  const seen = new Set<string>();
  let bytes = 0;
  for (const { location, text } of files) {
    if (!isInside(location)) throw refuse(`${JSON.stringify(location.slice(0, 100))} is no path inside a source`);
    if (seen.has(location)) throw refuse(`${location} is in it twice`);
    seen.add(location);
    bytes += Buffer.byteLength(text);
    if (bytes > PUSH_LIMITS.bytes) throw refuse(`it is larger than ${PUSH_LIMITS.bytes / 1024 / 1024} MiB`);
  }
  return files;
}

/** Relative, in its shortest form, with nothing hidden: what `load` would find again. */
function isInside(location: string): boolean {
  if (location.length > PUSH_LIMITS.location || /[\\\p{Cc}]/u.test(location) || /^[a-z][\w+.-]*:/i.test(location)) {
    return false;
  }
  return location.split('/').every(part => part !== '' && !part.startsWith('.'));
}
