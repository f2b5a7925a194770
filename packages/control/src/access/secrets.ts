import { randomBytes } from 'node:crypto';
import { digestOfText } from '@portolan/base';

/** A secret that nobody can guess: 256 random bits, in characters that are safe in cookies, headers and URLs. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A short id that is none of anybody's business to guess, and no secret either. */
export function newId(): string {
  return randomBytes(9).toString('base64url');
}

/** What is kept of a secret of ours. They are random, so that a fast hash is as good as a slow one. */
export function digestOfSecret(secret: string): string {
  return digestOfText(secret);
}
