import { faults } from '../../faults.ts';
import { gitHub } from '../github/github.ts';
import { gitLab } from '../gitlab/gitlab.ts';
import { isHere } from '../here.ts';
import { settingsInAddress } from '../settings-in-address.ts';
import type { ForgeSourceOptions } from './forge-source.ts';

const SETTINGS = ['token', 'url', 'topic', 'archived', 'forks', 'folder', 'every'];

/** Where the APIs are that everybody can ask. */
const BASES = { github: 'https://api.github.com', gitlab: 'https://gitlab.com/api/v4' } as const;

/** Forges ask for patience: five minutes. */
const OFTEN = 300_000;

/** What an address of an organisation says. */
interface ForgeAddress extends Omit<ForgeSourceOptions, 'name' | 'data' | 'remote'> {
  /** Faults: CONTROL_SECRET_MISSING. */
  check(): Promise<void>;
}

/**
 * Understands `github:owner?settings` and `gitlab:group/group?settings`. The settings are `token` (a reference to a
 * secret), `url` (of the API, for a server of one's own), `topic`, `folder` (both may be repeated), `archived`, `forks`
 * and `every` (seconds).
 *
 * Faults: CONTROL_SOURCE_ADDRESS.
 */
export function forgeAddress(written: string): ForgeAddress {
  const [, kind = '', owner = '', query = ''] = /^(github|gitlab):([^?#]*)(?:\?(.*))?$/s.exec(written) ?? [];
  const location = `${kind}:${owner}`;
  const refuse = (reason: string) => faults.SOURCE_ADDRESS({ source: location, reason });
  const isName = kind === 'github' ? /^[\w.-]+$/ : /^[\w.-]+(\/[\w.-]+)*$/;
  if (!isName.test(owner)) throw refuse('it names no organisation');
  const settings = settingsInAddress(location, query, SETTINGS);
  const token = settings.secret('token');
  const base = baseOf(settings.text('url') ?? BASES[kind as keyof typeof BASES]);
  if (!base)
    throw refuse('`url` is the address of the API, such as https://github.example.com/api/v3, without a password');
  if (token && base.protocol !== 'https:' && !isHere(base.hostname)) {
    throw refuse('a token is sent over https alone, where nobody can read it on the way');
  }
  const reach = { base: base.href.replace(/\/+$/, ''), ...(token && { token }) };
  return {
    location: settings.text('url') === undefined ? location : `${location} at ${base.host}`,
    forge: kind === 'github' ? gitHub({ ...reach, owner }) : gitLab({ ...reach, group: owner }),
    choice: {
      topics: settings.texts('topic'),
      archived: settings.flag('archived'),
      forks: settings.flag('forks'),
      folders: settings.texts('folder').map(folder => folder.replace(/^\/+|\/+$/g, '')),
    },
    every: settings.every(OFTEN),
    check: async () => void (await token?.read()),
  };
}

function baseOf(text: string): URL | undefined {
  const url = URL.parse(text);
  const isPlain =
    url && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.search}${url.hash}` === '';
  return isPlain ? url : undefined;
}
