import type { Contract } from '@portolan/contract';

/** Extensions that people name an owner with. */
const OWNER_EXTENSIONS = ['x-owner', 'x-owners', 'x-team'];

/** Whether a document names somebody who answers for it: in its contact, or in an extension of it or of its info. */
export function namesOwner({ info, extensions }: Contract): boolean {
  const { name, email } = info.contact ?? {};
  if (name || email) return true;
  return OWNER_EXTENSIONS.some(key => key in info.extensions || key in extensions);
}
