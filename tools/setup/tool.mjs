import { join } from 'node:path';
import { runChild } from './child.mjs';

const SCRIPTS = { gen: 'tools/gen/index.ts', new: 'tools/new/index.ts', bench: 'bench/run.ts' };

/** Runs a TypeScript tool of the workspace on the pinned Node. */
export function run({ root, node, verb, args }) {
  return runChild(node, [join(root, SCRIPTS[verb]), ...args], { cwd: root });
}
