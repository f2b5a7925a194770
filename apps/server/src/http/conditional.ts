import { digestOfText } from '@portolan/base';

/** Entity tag of the answer that a server of this version gives to a URL while the snapshot has this digest. */
export function entityTag(version: string, snapshot: string, url: string): string {
  return `"${digestOfText(`${version}\n${snapshot}\n${url}`).slice('sha256:'.length, 39)}"`;
}

/**
 * True when `If-None-Match` names the tag (RFC 9110 section 13.1.2, weak comparison). `*` matches nothing here: whether
 * the thing exists is not known yet.
 */
export function isNamedBy(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some(given => given.trim().replace(/^W\//, '') === tag);
}
