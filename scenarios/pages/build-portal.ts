import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './folders.ts';

/** Plain JavaScript without types, because it also runs on old Node. */
interface Setup {
  ensurePortal(options: { readonly root: string; readonly node: string }): Promise<void>;
}

/** Builds the portal when it was never built, or when something that it is made of has changed since. */
export async function buildPortal(): Promise<void> {
  const setup = pathToFileURL(join(ROOT, 'tools', 'setup', 'portal.mjs')).href;
  const { ensurePortal } = (await import(setup)) as Setup;
  await ensurePortal({ root: ROOT, node: process.execPath });
}

/** Once before all page tests, so that none builds while another one looks. */
export { buildPortal as setup };
