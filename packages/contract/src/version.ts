import type { Finding, FindingKind, Fix } from '@portolan/base';
import { findingOf } from '@portolan/base';
import { replacing } from './mend.ts';
import { type Cursor, isObject, member } from './resolve/cursor.ts';

/** How a version of the specification is read. */
export interface Edition {
  readonly major: 2 | 3;
  /** The newest minor version of it that Portolan knows: later ones are read as this one. */
  readonly readAs: string;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '2': ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0', '2.6.0'],
  '3': ['3.0.0', '3.1.0'],
};

const rest = `info:
  title: Orders
  version: 1.0.0
`;

export const DOCUMENT_NOT_ASYNCAPI: FindingKind = {
  code: 'DOCUMENT_NOT_ASYNCAPI',
  severity: 'error',
  says: 'This is no document that Portolan reads: {reason}.',
  why: 'The member `asyncapi` (or `openapi`, or `messagegroups` for CloudEvents definitions) is how a reader knows what it reads and by which version.',
  help: 'Begin the document with `asyncapi: 3.1.0`, or leave this file out of what is validated.',
  source: 'AsyncAPI 3.1.0, AsyncAPI Version String',
  bad: rest,
  good: `asyncapi: 3.1.0\n${rest}`,
};

export const DOCUMENT_VERSION_UNSUPPORTED: FindingKind = {
  code: 'DOCUMENT_VERSION_UNSUPPORTED',
  severity: 'error',
  says: 'Version `{version}` of the specification is not one that Portolan reads.',
  why: 'Versions before 2 and after 3 have another grammar; guessing would report nonsense.',
  help: 'Use a version from 2.0.0 to 3.1.0, written in full.',
  source: 'AsyncAPI 3.1.0, AsyncAPI Version String',
  bad: `asyncapi: 1.2.0\n${rest}`,
  good: `asyncapi: 3.1.0\n${rest}`,
};

export const DOCUMENT_VERSION_NEWER: FindingKind = {
  code: 'DOCUMENT_VERSION_NEWER',
  severity: 'warning',
  says: 'Version `{version}` is newer than Portolan knows; it is read as {readAs}.',
  why: 'A minor version adds members and takes none away, so most of the document is understood; what is new is not.',
  help: 'Update Portolan, or use {readAs}.',
  source: 'AsyncAPI 3.1.0, AsyncAPI Version String',
  bad: `asyncapi: 3.9.0\n${rest}`,
  good: `asyncapi: 3.1.0\n${rest}`,
};

/** The edition of a document, and what is to be said about it. No edition means that it cannot be read. */
export function editionOf(root: Cursor): { edition?: Edition; written: string; findings: Finding[] } {
  const at = member(root, 'asyncapi');
  const written = typeof at.value === 'number' ? String(at.value) : at.value;
  const origin = { source: root.source, pointer: at.value === undefined ? '' : at.pointer };
  if (typeof written !== 'string') {
    const reason = isObject(root.value) ? 'the member `asyncapi` is missing' : 'its root is not an object';
    return { written: '', findings: [findingOf(DOCUMENT_NOT_ASYNCAPI, origin, { reason })] };
  }
  const [, major = '', minor = '0'] = /^(\d+)\.(\d+)(\.\d+)?(-.*)?$/.exec(written) ?? [];
  const known = KNOWN[major];
  const complete = /^\d+\.\d+\.\d+/.test(written);
  if (!known || !complete) {
    const fix = completed(at);
    return {
      written,
      findings: [findingOf(DOCUMENT_VERSION_UNSUPPORTED, origin, { version: written }, fix && { fix })],
    };
  }
  const readAs = known[Number(minor)];
  const edition = { major: Number(major) as 2 | 3, readAs: readAs ?? (known.at(-1) as string) };
  const findings = readAs
    ? []
    : [findingOf(DOCUMENT_VERSION_NEWER, origin, { version: written, readAs: edition.readAs })];
  return { edition, written, findings };
}

/** `3.0`, which YAML reads as the number 3, is 3.0.0 with its last number left out. */
function completed(at: Cursor): Fix | undefined {
  const [, major = '', minor = '0'] = /^(\d+)(?:\.(\d+))?$/.exec(String(at.value)) ?? [];
  const version = KNOWN[major]?.[Number(minor)];
  return version === undefined ? undefined : replacing(at, version);
}
