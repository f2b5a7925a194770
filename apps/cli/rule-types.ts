import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const OPTIONS = [
  '--declaration',
  '--emitDeclarationOnly',
  '--noCheck',
  '--allowImportingTsExtensions',
  '--skipLibCheck',
  '--strict',
  '--verbatimModuleSyntax',
  '--resolveJsonModule',
  ...['--target', 'es2024', '--lib', 'es2024,dom', '--module', 'nodenext', '--types', 'node'],
];

/**
 * Writes the types of `portolan/rules` into a folder as `rules.d.ts`, with those that they stand on below `rules/`: a team
 * that writes rules in TypeScript has them in its editor, and installs nothing else.
 */
export function writeRuleTypes(checkout: string, folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'portolan-types-'));
  try {
    const entry = join(checkout, 'apps', 'cli', 'src', 'rules.ts');
    const tsc = join(checkout, 'node_modules', 'typescript', 'bin', 'tsc');
    const places = ['--rootDir', checkout, '--outDir', scratch, '--ignoreConfig'];
    const files = [entry, ...sourcesOf(join(checkout, 'packages'))];
    execFileSync(process.execPath, [tsc, ...OPTIONS, ...places, ...files], { cwd: checkout, stdio: 'pipe' });
    const waiting = [join('apps', 'cli', 'src', 'rules.d.ts')];
    const [root] = waiting as [string];
    const done = new Set(waiting);
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const target = (other: string) => (other === root ? 'rules.d.ts' : join('rules', other));
      const text = readFileSync(join(scratch, file), 'utf8').replace(
        /(from|import\()(\s*)(['"])([^'"]+)\3/g,
        (whole, word: string, space: string, quote: string, name: string) => {
          const found = declarationOf(scratch, file as string, name);
          if (found === undefined) return whole;
          if (!done.has(found)) waiting.push(found);
          done.add(found);
          const way = relative(dirname(target(file as string)), target(found)).replaceAll('\\', '/');
          const shown = way.startsWith('.') ? way : `./${way}`;
          return `${word}${space}${quote}${shown.replace(/\.d\.ts$/, '.js')}${quote}`;
        },
      );
      const written = join(folder, target(file));
      mkdirSync(dirname(written), { recursive: true });
      writeFileSync(written, text);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** All sources have to be named: what is only met on the way is taken for a library, and nothing is written for it. */
function sourcesOf(packages: string): string[] {
  return readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .filter(path => /^[^/\\]+[/\\]src[/\\].*\.ts$/.test(path) && !/\.test\.ts$|test-support|conformance/.test(path))
    .map(path => join(packages, path));
}

/** The file that declares what an import names, relative to the scratch folder; undefined when it is none of ours. */
function declarationOf(scratch: string, file: string, name: string): string | undefined {
  const [, part, entry = 'index'] = /^@portolan\/([^/]+)(?:\/(.+))?$/.exec(name) ?? [];
  const path = part
    ? join('packages', part, 'src', `${entry}.d.ts`)
    : join(dirname(file), name.replace(/\.ts$/, '.d.ts'));
  return (part || name.startsWith('.')) && existsSync(join(scratch, path)) ? path : undefined;
}
