import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of all packages that files of a bundle came from: the bundle is a copy of them, and has to carry these. */
export function licences(inputs: readonly string[], checkout: string): string {
  const found = inputs.flatMap(path => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const packages = [...new Set([...found, ...portalPackages(checkout)])].sort();
  return packages.map(path => entry(join(checkout, path))).join(`\n${'-'.repeat(80)}\n\n`);
}

/** What the portal is made of is bundled by another tool: here it is everything that it depends on. */
function portalPackages(checkout: string): string[] {
  const waiting = Object.keys(dependenciesOf(join(checkout, 'apps', 'web')));
  const found = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = `node_modules/${name}`;
    if (name.startsWith('@portolan/') || found.has(path) || !existsSync(join(checkout, path, 'package.json'))) continue;
    found.add(path);
    waiting.push(...Object.keys(dependenciesOf(join(checkout, path))));
  }
  return [...found];
}

function dependenciesOf(folder: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies ?? {};
}

function entry(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(known => /^licen[cs]e/i.test(known));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}
