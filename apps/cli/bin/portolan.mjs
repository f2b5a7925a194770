#!/usr/bin/env node
// Plain JavaScript that every Node understands: its first job is to say clearly which Node is needed, or to find it.
// So it names nothing in an import that older ones do not have.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Node 24.7 brought argon2, which passwords are kept with. */
const NEEDED = '24.7';
const sources = new URL('../src/main.ts', import.meta.url);
const packed = new URL('../dist/portolan.js', import.meta.url);

if (isNewEnough(process.versions.node)) {
  module.enableCompileCache();
  // In a checkout the sources are there, and run as they are; a package holds only what was built from them.
  const { main } = await import(existsSync(sources) ? sources.href : packed.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = await onPinnedNode();
}

/** Whether a version is the one that is needed, or a newer one. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = NEEDED.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
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
