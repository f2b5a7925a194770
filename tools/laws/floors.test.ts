import { expect, test } from 'vitest';
import {
  BROWSER_FLOOR,
  CONCRETE_STORE,
  FLOORS,
  IN_BROWSER,
  isForNode,
  isTest,
  ON_NODE,
  packageOf,
  partOf,
} from './floors.ts';
import { type Import, imports, specifiersIn } from './imports.ts';

const all = imports();
const floor = (path: string) => FLOORS[partOf(path)];
const told = (broken: readonly Import[]) => broken.map(({ from, specifier }) => `${from} imports ${specifier}`);

/** Whether an import goes up, or sideways past the `port`. */
function isForbidden({ from, specifier, to }: Import): boolean {
  if (to === undefined || partOf(from) === partOf(to)) return false;
  const [here, there] = [floor(from), floor(to)];
  if (here === undefined) return false;
  if (there === undefined || there > here) return true;
  return there === here && !specifier.endsWith('/port') && !isTest(from);
}

test('imports go down, sideways only through a port', () => {
  expect(all.length).toBeGreaterThan(50);
  expect(told(all.filter(isForbidden))).toEqual([]);
  expect(isForbidden({ from: 'packages/chart/src/a.ts', specifier: '@portolan/control', to: 'packages/control' })).toBe(
    true,
  );
  expect(isForbidden({ from: 'packages/chart/src/a.ts', specifier: '@portolan/checks', to: 'packages/checks' })).toBe(
    true,
  );
});

test('another part is imported by its name, not by a path into it', () => {
  const reaching = all.filter(({ from, specifier, to }) => {
    const between = floor(from) !== undefined && to !== undefined && partOf(from) !== partOf(to);
    return between && specifier.startsWith('.');
  });
  expect(told(reaching)).toEqual([]);
});

test('only apps choose a concrete store', () => {
  const choosing = all.filter(({ from, specifier }) => CONCRETE_STORE.test(specifier) && from.startsWith('packages/'));
  expect(told(choosing.filter(({ from }) => !isTest(from)))).toEqual([]);
});

test('what runs in a browser imports nothing of Node', () => {
  const onNode = all.filter(({ from, specifier }) => {
    const low = (floor(from) ?? Number.POSITIVE_INFINITY) <= BROWSER_FLOOR;
    const runs = low || IN_BROWSER.has(partOf(from)) || from.startsWith('apps/web/src/');
    return specifier.startsWith('node:') && runs && !ON_NODE.has(partOf(from)) && !isTest(from) && !isForNode(from);
  });
  expect(told(onNode)).toEqual([]);
});

test('what runs in a browser uses nothing that does not', () => {
  const reaching = all.filter(({ from, to }) => {
    const runs = IN_BROWSER.has(partOf(from)) && to !== undefined && partOf(to) !== partOf(from) && !isTest(from);
    return runs && ((floor(to) ?? Number.POSITIVE_INFINITY) > BROWSER_FLOOR || ON_NODE.has(partOf(to)));
  });
  expect(told(reaching)).toEqual([]);
});

test('every part that has sources stands on a floor', () => {
  const parts = new Set(all.map(({ from }) => partOf(from)).filter(part => /^(packages|apps)\//.test(part)));
  expect([...parts].filter(part => FLOORS[part] === undefined)).toEqual([]);
  expect(packageOf('packages/base')).toBe('@portolan/base');
});

test('type imports, dynamic imports and re-exports count', () => {
  const text = `import type { A } from './a.ts'; export { b } from './b.ts'; export type C = import('./c.ts').C; await import('./d.ts');`;
  expect(specifiersIn('x.ts', text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
});
