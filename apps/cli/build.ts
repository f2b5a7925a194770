/**
 * Builds the package that people install: one program without dependencies, in which each command is a chunk of its own,
 * with the portal beside it. It lands in `apps/cli/dist`, ready for `npm pack` and `npm publish`.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { licences } from './licences.ts';
import { writeRuleTypes } from './rule-types.ts';

const CLI = import.meta.dirname;
const CHECKOUT = join(CLI, '..', '..');

/** Modules of CommonJS that ended up in the bundle ask for Node's own modules by `require`. */
const BANNER =
  "import { createRequire as portolanRequire } from 'node:module'; const require = portolanRequire(import.meta.url);";

/**
 * Modules that import `node:process` get the global, which is the same object. Importing it makes Node open all three
 * standard streams and load all that goes with them, whether or not somebody uses them.
 */
const LIGHT_PROCESS: Plugin = {
  name: 'light-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:process$/ }, ({ path }) => ({ path, namespace: 'light-process' }));
    onLoad({ filter: /.*/, namespace: 'light-process' }, () => ({ contents: 'export default globalThis.process;' }));
  },
};

/** Builds the package into a folder, which is emptied first. The portal has to be built before; without it, none is served. */
export async function buildPackage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  const { metafile } = await bundle({
    entryPoints: {
      portolan: join(CLI, 'src', 'main.ts'),
      'judge-thread': join(CLI, 'src', 'validation', 'apart.thread.ts'),
      'lsp-thread': join(CLI, 'src', 'lsp', 'answering.thread.ts'),
    },
    outdir: dist,
    absWorkingDir: CHECKOUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    chunkNames: '[name]-[hash]',
    banner: { js: BANNER },
    minifySyntax: true,
    plugins: [LIGHT_PROCESS],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const portal = join(CHECKOUT, 'apps', 'web', 'dist');
  if (existsSync(portal)) cpSync(portal, join(dist, 'web'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  cpSync(join(CLI, 'bin', 'portolan.mjs'), join(folder, 'bin', 'portolan.mjs'));
  for (const name of ['README.md', 'LICENSE', 'NOTICE']) {
    if (existsSync(join(CHECKOUT, name))) cpSync(join(CHECKOUT, name), join(folder, name));
  }
  writeRuleTypes(CHECKOUT, folder);
  cpSync(join(CHECKOUT, 'docs', 'reference', 'settings-1.schema.json'), join(folder, 'settings-1.schema.json'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licences(Object.keys(metafile.inputs), CHECKOUT));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
}

/** What the published package says of itself: everything that it needs is inside. */
function manifest() {
  const { name, version, description, license, type, bin, engines } = JSON.parse(
    readFileSync(join(CLI, 'package.json'), 'utf8'),
  );
  const files = ['bin', 'dist', 'rules', 'rules.d.ts', 'settings-1.schema.json', '*.txt', 'NOTICE'];
  const exports = { './rules': { types: './rules.d.ts' }, './settings-1.schema.json': './settings-1.schema.json' };
  return { name, version, description, license, type, bin, exports, engines, files };
}

if (import.meta.main) {
  await buildPackage(join(CLI, 'dist'));
  console.info('Built apps/cli/dist. Pack it with: npm pack ./apps/cli/dist');
}
