import { type FindingKind, keysOf, nearest, type Params, pointerOf } from '@portolan/base';
import type { Parsed } from '../source/parse.ts';
import { leadsThroughLost } from '../source/salvage/lost.ts';
import { isObject } from './cursor.ts';
import {
  REFERENCE_BROKEN,
  REFERENCE_FILE_MISSING,
  REFERENCE_REMOTE,
  REFERENCE_REMOTE_FAILED,
  REFERENCE_SCHEME,
} from './findings.ts';
import { schemeOf } from './location.ts';

/** What is known of the files of a document, the missing ones included. */
export interface Files {
  readonly files: ReadonlyMap<string, Parsed | undefined>;
  /** Why files of the network could not be loaded, by location. */
  readonly refusals?: ReadonlyMap<string, Refusal>;
  /** Files that are probably meant where there is none, by location. */
  readonly near?: ReadonlyMap<string, string>;
}

export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

/** A reference that leads nowhere. */
export interface Broken {
  /** As it is written. */
  readonly reference: string;
  readonly location: string;
  /** Undefined when the fragment is no JSON pointer. */
  readonly pointer: string | undefined;
}

/** A kind of finding with its parameters. */
export interface Complaint {
  readonly kind: FindingKind;
  readonly params: Params;
}

/** What to say about a reference that leads nowhere; undefined when the reason has been told where it stands. */
export function complaintAbout(broken: Broken, { files, refusals, near }: Files): Complaint | undefined {
  const { reference, location, pointer } = broken;
  const file = files.get(location);
  if (file) {
    // Damage is told in the file that has it.
    if (!file.readable || leadsThroughLost(file.lost, pointer ?? '')) return undefined;
    return { kind: REFERENCE_BROKEN, params: { reference, ...whyBroken(file, pointer) } };
  }
  const scheme = schemeOf(location);
  if (scheme === undefined) {
    const meant = near?.get(location) ?? nearest(location, loaded(files));
    return { kind: REFERENCE_FILE_MISSING, params: { reference, file: location, hint: hintFor(location, meant) } };
  }
  if (scheme !== 'http' && scheme !== 'https') return { kind: REFERENCE_SCHEME, params: { reference, scheme } };
  const refusal = refusals?.get(location);
  if (refusal) return { kind: REFERENCE_REMOTE_FAILED, params: { reference, ...refusal } };
  return { kind: REFERENCE_REMOTE, params: { reference, host: URL.parse(location)?.hostname ?? '' } };
}

function loaded(files: Files['files']): string[] {
  return [...files].flatMap(([location, file]) => (file ? [location] : []));
}

function hintFor(location: string, meant: string | undefined): string {
  if (location.includes('\\')) return ' Write `/` between folders: `\\` is part of a name everywhere but on Windows.';
  if (location.startsWith('..')) return ' It leads out of the folder that is read.';
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}

function whyBroken(file: Parsed, pointer: string | undefined): { reason: string; hint: string } {
  if (pointer === undefined) return { reason: 'its fragment is no JSON pointer', hint: ' A pointer starts with `#/`.' };
  const keys = keysOf(pointer);
  let value = file.value;
  for (const [index, key] of keys.entries()) {
    if (!isObject(value) && !Array.isArray(value))
      return { reason: `\`${keys[index - 1] ?? file.location}\` has no members`, hint: '' };
    if (!Object.hasOwn(value, key)) {
      const close = nearest(key, Object.keys(value));
      const hint = close === undefined ? '' : ` Did you mean \`${close}\`?`;
      return { reason: `there is no \`${key}\` in \`#${pointerOf('', ...keys.slice(0, index))}\``, hint };
    }
    value = (value as Record<string, unknown>)[key];
  }
  return { reason: 'what it names is itself a broken reference', hint: '' };
}
