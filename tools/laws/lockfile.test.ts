import { expect, test } from 'vitest';
import { textOf } from './files.ts';

interface Entry {
  readonly version?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Entry> };

test('the lockfile names the packages of every platform, so that `npm ci` works on all of them', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(name => `${path || 'the workspace'} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('versions are pinned exactly in every package.json', () => {
  const manifests = Object.keys(packages).filter(path => !path.includes('node_modules'));
  const loose = manifests.flatMap(path => {
    const manifest = JSON.parse(textOf(path === '' ? 'package.json' : `${path}/package.json`));
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    return Object.entries(all)
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))
      .map(([name, version]) => `${path || '.'}: ${name}@${version}`);
  });
  expect(manifests.length).toBeGreaterThan(5);
  expect(loose).toEqual([]);
});

test('no install script runs: npm is told so for everybody who clones', () => {
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
