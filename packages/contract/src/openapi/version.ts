import { type Finding, findingOf } from '@portolan/base';
import { type Cursor, member } from '../resolve/cursor.ts';
import { OPENAPI_VERSION_NEWER, OPENAPI_VERSION_UNSUPPORTED } from './findings.ts';

/** How a version of OpenAPI is read. */
export interface OpenApiEdition {
  readonly written: string;
  readonly readAs: '3.0.4' | '3.1.1';
}

/** The edition of an OpenAPI document, and what is to be said about it. No edition means that it cannot be read. */
export function openApiEditionOf(root: Cursor): { edition?: OpenApiEdition; findings: Finding[] } {
  const at = member(root, 'openapi');
  const written = typeof at.value === 'string' ? at.value : JSON.stringify(at.value ?? null);
  const [, minor] = /^3\.(\d+)\.\d+(-.*)?$/.exec(written) ?? [];
  if (typeof at.value !== 'string' || minor === undefined) {
    return { findings: [findingOf(OPENAPI_VERSION_UNSUPPORTED, place(at), { version: written })] };
  }
  const readAs = minor === '0' ? '3.0.4' : '3.1.1';
  const newer = Number(minor) > 1 ? [findingOf(OPENAPI_VERSION_NEWER, place(at), { version: written, readAs })] : [];
  return { edition: { written, readAs }, findings: newer };
}

function place({ source, pointer }: Cursor) {
  return { source, pointer };
}
