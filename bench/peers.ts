import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.ts';
import { timed } from './measure.ts';

const FOLDER = join(import.meta.dirname, '.peers');
const MANIFEST = join(import.meta.dirname, 'peers', 'package.json');

/** What can be run side by side with Portolan. */
interface Peer {
  readonly package: string;
  /** Of the program, inside the package. */
  readonly program: string;
  readonly args: (file: string) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const PEERS: Readonly<Record<string, Peer>> = {
  redocly: {
    package: '@redocly/cli',
    program: 'bin/cli.js',
    args: file => ['lint', file],
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  },
  asyncapi: {
    package: '@asyncapi/cli',
    program: 'bin/run_bin',
    args: file => ['validate', file],
    env: { ASYNCAPI_METRICS_CONFIG_PATH: join(FOLDER, 'asyncapi-analytics.json'), SUPPRESS_NO_CONFIG_WARNING: '1' },
  },
};

/** Names of all peers. */
export const PEER_NAMES = Object.keys(PEERS);

/**
 * Installs peers into `bench/.peers`, without running their install scripts, unless they are there in the right version.
 *
 * @throws when npm fails
 */
export async function installPeers(names: readonly string[]): Promise<void> {
  await installPackages(names.map(name => peer(name).package));
}

/**
 * The same for packages by their names in `peers/package.json`.
 *
 * @throws when npm fails
 */
export async function installPackages(names: readonly string[]): Promise<void> {
  const versions: Record<string, string> = JSON.parse(readFileSync(MANIFEST, 'utf8')).optionalDependencies;
  const missing = names.filter(name => versionOf(name) !== versions[name]);
  if (missing.length === 0) return;
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(join(FOLDER, 'package.json'))) writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
  cpSync(join(import.meta.dirname, '..', '.npmrc'), join(FOLDER, '.npmrc'));
  writeFileSync(
    join(FOLDER, 'asyncapi-analytics.json'),
    '{ "analyticsEnabled": "false", "infoMessageShown": "true" }\n',
  );
  console.info(`Installing ${missing.join(', ')} into bench/.peers …`);
  const wanted = missing.map(name => `${name}@${versions[name]}`);
  await timed({ command: 'npm', args: ['install', '--ignore-scripts', '--loglevel=error', ...wanted], cwd: FOLDER });
  for (const name of missing) if (versionOf(name) !== versions[name]) throw new Error(`npm did not install ${name}.`);
}

/** How to validate a file with a peer, in a process of its own on this Node. */
export function peerProgram(name: string, file: string): Program {
  return peerCommand(name, peer(name).args(file));
}

/** How to run any command of a peer. */
export function peerCommand(name: string, args: readonly string[]): Program {
  const { package: folder, program, env } = peer(name);
  return { command: process.execPath, args: [join(PEER_MODULES, folder, program), ...args], env, cwd: FOLDER };
}

/** `@redocly/cli 2.77.0` */
export function peerTitle(name: string): string {
  return packageTitle(peer(name).package);
}

/** The same for a package by its name. */
export function packageTitle(name: string): string {
  return `${name} ${versionOf(name)}`;
}

/** Folder in which the packages of peers are found. */
export const PEER_MODULES = join(FOLDER, 'node_modules');

function peer(name: string): Peer {
  const found = PEERS[name];
  if (!found) throw new Error(`There is no peer ${name}: choose among ${PEER_NAMES.join(', ')}.`);
  return found;
}

function versionOf(name: string): string | undefined {
  const manifest = join(FOLDER, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}
