import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensurePortal } from './portal.mjs';

/** The portal, then the command-line program as a package that needs nothing else of the workspace. */
export async function run({ root, node, args }) {
  await ensurePortal({ root, node });
  return runChild(node, [join(root, 'apps', 'cli', 'build.ts'), ...args], { cwd: root });
}
