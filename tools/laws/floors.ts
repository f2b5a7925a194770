/**
 * The floors of the house: an import goes down, never up, and never sideways but through a `port`.
 * A part of the workspace that stands on no floor (tools, scenarios, bench) may use all of them and is used by none.
 */
export const FLOORS: Readonly<Record<string, number>> = {
  'packages/base': 0,
  'packages/schema': 1,
  'packages/contract': 2,
  'packages/checks': 3,
  'packages/changes': 3,
  'packages/chart': 3,
  'packages/evidence': 3,
  'packages/rewrite': 3,
  'packages/generate': 3,
  'packages/stores': 3,
  'packages/control': 4,
  'packages/language': 4,
  'packages/review': 4,
  'apps/server': 5,
  'apps/web': 5,
  'apps/cli': 6,
};

/** Floors up to this one run in a browser too: no `node:` modules there, except in their tests. */
export const BROWSER_FLOOR = 3;

/** What runs in a browser although it stands on a higher floor: it uses what stands on the floors below, and no I/O. */
export const IN_BROWSER: ReadonlySet<string> = new Set(['packages/language', 'packages/review']);

/** What may use `node:` modules although its floor runs in a browser. */
export const ON_NODE: ReadonlySet<string> = new Set(['packages/stores']);

/** Entries of the stores that name a database. Only an app chooses one. */
export const CONCRETE_STORE = /^@portolan\/stores\/(?!port$|conformance$)/;

/** The part of the workspace that a file belongs to: `packages/chart`. */
export function partOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** The name others import it by. */
export function packageOf(part: string): string {
  return part === 'apps/cli' ? 'portolan' : `@portolan/${part.split('/')[1]}`;
}

/** Whether a file is a test or helps tests only; it then may look sideways too. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/conformance\/|\/test-support\.ts$|\.test-support\.ts$/.test(path);
}

/** Whether a file is what Node gets in place of another one that browsers get, chosen by `imports` in package.json. */
export function isForNode(path: string): boolean {
  return path.endsWith('.node.ts');
}
