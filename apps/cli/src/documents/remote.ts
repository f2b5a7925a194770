import { resolve } from 'node:path';
import { isHost, openRemote, openSettings, type Remote } from '@portolan/control/local';
import { faults } from '../faults.ts';
import type { GivenDocument } from './given.ts';
import { shown } from './paths.ts';

/** Which hosts a command may ask for the files that references name. */
export interface RemoteChoice {
  /** Hosts of `--remote`. Those that are named in full may be in a private network: a person at the keyboard says so. */
  readonly remote?: readonly string[];
  /** The only settings file that counts; else the nearest `portolan.yaml` above this folder. */
  readonly config?: string;
}

/**
 * The network as far as the command line, the addresses it names, and the settings of this folder allow it. Nothing is
 * opened, and no settings are read, before a reference leads there.
 *
 * Faults: CLI_USAGE for a host that is none; those of `Remote` while loading.
 */
export function remoteFor({ remote: named = [], config }: RemoteChoice, addresses: readonly string[] = []): Remote {
  for (const host of named) {
    if (isHost(host)) continue;
    const problem = `\`--remote\` takes a host such as schemas.example.com or *.example.com, and ${host} is none.`;
    throw faults.USAGE({ problem, command: 'portolan validate' });
  }
  let opened: Promise<Remote> | undefined;

  async function open(): Promise<Remote> {
    const listed = await hostsOfSettings(config);
    const asked = addresses.map(address => URL.parse(address)?.hostname ?? '');
    return openRemote({ hosts: [...named, ...listed, ...asked], privateHosts: namedInFull(named) });
  }

  return {
    async load(url) {
      opened ??= open();
      return await (await opened).load(url);
    },
  };
}

/** Patterns open no private network: who names all hosts of a domain does not mean the machines behind them. */
export function namedInFull(hosts: readonly string[]): string[] {
  return hosts.filter(host => !host.startsWith('*'));
}

/** The hosts that the settings of a folder allow: this one by default. */
export async function hostsOfSettings(config?: string, folder = process.cwd()): Promise<readonly string[]> {
  const reader = openSettings({ ...(config !== undefined && { config }), top: folder, plugins: false, shown });
  return (await reader.of(resolve(folder, 'portolan.yaml'))).settings.remote;
}

/** A document by its address, which allows its host. Its relative references lead to the same host. */
export function remoteDocument(address: string, remote: Remote): GivenDocument {
  const url = URL.parse(address);
  return {
    location: url?.href ?? address,
    source: url?.hostname ?? 'network',
    path: url?.pathname.slice(1) ?? address,
    async text() {
      const text = await remote.load(address);
      if (text === undefined) throw faults.FILE_UNREADABLE({ path: address, reason: 'it is no address' });
      return text;
    },
    load: location => (/^https?:/i.test(location) ? remote.load(location) : undefined),
  };
}
