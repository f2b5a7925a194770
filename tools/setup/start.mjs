import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensurePortal } from './portal.mjs';

const EXAMPLES = ['examples/ordering', 'examples/commerce', 'examples/farm'];

/** The whole product with the example organisations, on embedded defaults. */
export async function run({ root, node, args }) {
  await ensurePortal({ root, node });
  const cli = join(root, 'apps', 'cli', 'bin', 'portolan.mjs');
  return runChild(node, [cli, 'up', ...EXAMPLES, ...args], { cwd: root });
}
