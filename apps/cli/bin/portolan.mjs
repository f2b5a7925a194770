#!/usr/bin/env node
// Plain JavaScript that every Node understands: its first job is to say clearly which Node is needed, or to find it.
// So it names nothing in an import that older ones do not have.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const sources = new URL('../src/main.ts', import.meta.url);
const packed = new URL('../dist/portolan.js', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  module.enableCompileCache();
  // In a checkout the sources are there, and run as they are; a package holds only what was built from them.
  const { main } = await import(existsSync(sources) ? sources.href : packed.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = await onPinnedNode();
}

/** A checkout has a Node of its own, which npm installed: this program is run again on that one. */
async function onPinnedNode() {
  const checkout = new URL('../../../', import.meta.url);
  const setup = new URL('tools/setup/', checkout);
  if (existsSync(setup)) {
    const { pinnedNode } = await import(new URL('node24.mjs', setup).href);
    const { runChild } = await import(new URL('child.mjs', setup).href);
    const node = pinnedNode(dirname(fileURLToPath(new URL('package.json', checkout))));
    if (node) return runChild(node, process.argv.slice(1));
  }
  console.error(`portolan: This is Node ${process.versions.node}; Portolan needs Node ${NEEDED} or newer.`);
  console.error('help: Install it from https://nodejs.org and run the command again.');
  return 3;
}
