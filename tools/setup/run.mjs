#!/usr/bin/env node
// The one entrance of the workspace: `npm start`, `npm test` and their sisters all come through here.
// Plain JavaScript without dependencies, because it runs before anything is installed and on whatever Node is there.
import { ensureInstalled } from './install.mjs';
import { chooseNode } from './node24.mjs';
import { root, Stop, say } from './words.mjs';

const verbs = {
  start: () => import('./start.mjs'),
  test: () => import('./test.mjs'),
  build: () => import('./build.mjs'),
  gen: () => import('./tool.mjs'),
  new: () => import('./tool.mjs'),
  bench: () => import('./tool.mjs'),
};

async function main([verb, ...args]) {
  if (!Object.hasOwn(verbs, verb ?? '')) {
    throw new Stop(`Usage: node tools/setup/run.mjs ${Object.keys(verbs).join('|')} [arguments]`, 2);
  }
  await ensureInstalled(root);
  const node = chooseNode(root);
  const { run } = await verbs[verb]();
  return run({ root, node, verb, args });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = error.exit;
}
