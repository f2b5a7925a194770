import type { Store, WatchRecord } from '@portolan/stores/port';
import { demand, may } from '../access/may.ts';
import type { Principal } from '../access/model.ts';
import { newId } from '../access/secrets.ts';
import { auditRecord } from '../audit/audit.ts';
import { faults } from '../faults.ts';
import type { NewWatch, Watch, WatchWithSecret } from './model.ts';
import { problemOf, send, type Teller } from './tell.ts';

/** What people do with watches: with their own, and governors with all. */
export interface Watches {
  list(principal: Principal): Promise<readonly Watch[]>;
  /** Faults: CONTROL_WATCH_ADDRESS. */
  create(principal: Principal, draft: NewWatch): Promise<WatchWithSecret>;
  /** With the secret. Faults: CONTROL_WATCH_UNKNOWN. */
  get(principal: Principal, id: string): Promise<WatchWithSecret>;
  /** Tells it something at once that says it is a try. Faults: CONTROL_WATCH_UNKNOWN, CONTROL_WATCH_REFUSED. */
  attempt(principal: Principal, id: string): Promise<void>;
  /** Tells a paused one again, from where it stopped. Faults: CONTROL_WATCH_UNKNOWN. */
  resume(principal: Principal, id: string): Promise<Watch>;
  /** Faults: CONTROL_WATCH_UNKNOWN. */
  remove(principal: Principal, id: string): Promise<void>;
}

/** Watches of a store. What was there before a watch was made is not told to it. */
export function watchesOf(store: Store, teller: Teller, nudge: () => void): Watches {
  const { watches } = store;

  async function own(principal: Principal, id: string): Promise<WatchRecord> {
    const found = await watches.watch(id);
    // Somebody else’s is as unknown as none.
    if (!found || !isTheirs(principal, found)) throw faults.WATCH_UNKNOWN({ id });
    return found;
  }

  function told(principal: Principal, action: string, { id, name, url, filter }: WatchRecord) {
    const { host } = new URL(url);
    return [auditRecord({ principal, action, subject: `watch:${id}`, detail: { name, host, filter } }, teller.now())];
  }

  return {
    list: async principal => (await watches.all()).filter(watch => isTheirs(principal, watch)).map(shown),
    async create(principal, { name, url, filter = {} }) {
      demand(principal, 'own');
      const reason = problemWith(url);
      if (reason !== undefined) throw faults.WATCH_ADDRESS({ reason });
      const now = teller.now().toISOString();
      const { kind, id, name: called } = principal;
      const watch: WatchRecord = {
        ...{ id: newId(), name, url, filter: { ...filter } as Record<string, string>, created: now },
        ...{ by: { kind, id, name: called }, cursor: await store.sequence(), tries: 0, next: now },
      };
      await watches.write([{ kind: 'watch', watch }], told(principal, 'watch.created', watch));
      return { ...shown(watch), secret: teller.secretOf(watch.id) };
    },
    async get(principal, id) {
      return { ...shown(await own(principal, id)), secret: teller.secretOf(id) };
    },
    async attempt(principal, id) {
      const watch = await own(principal, id);
      const time = teller.now().toISOString();
      const data = { watch: watch.name, says: 'This is a try: nothing has changed.' };
      const event = { id: `try-${newId()}`, type: 'portolan.watch.tried', sequence: 0, time, subject: id, data };
      try {
        await send(watch, event, teller);
      } catch (error) {
        throw faults.WATCH_REFUSED({ problem: problemOf(error) }, { cause: error });
      }
    },
    async resume(principal, id) {
      const { cursor, ...watch } = await own(principal, id);
      const state = { cursor, tries: 0, next: teller.now().toISOString() };
      const { failing: _, paused: __, ...rest } = watch;
      const resumed = { ...rest, ...state };
      await watches.write([{ kind: 'watch-state', id, state }], told(principal, 'watch.resumed', resumed));
      nudge();
      return shown(resumed);
    },
    async remove(principal, id) {
      const watch = await own(principal, id);
      await watches.write([{ kind: 'watch-removed', id }], told(principal, 'watch.removed', watch));
    },
  };
}

function isTheirs(principal: Principal, { by }: WatchRecord): boolean {
  return may(principal, 'govern') || (by.kind === principal.kind && by.id === principal.id);
}

function problemWith(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed) return 'it is no URL';
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return 'only http and https are spoken';
  return parsed.username || parsed.password ? 'it holds a user name or a password' : undefined;
}

/** How far it was told is nobody’s business, and when it is told next only while that fails. */
function shown({ cursor: _, next, ...watch }: WatchRecord): Watch {
  return watch.failing && !watch.paused ? { ...watch, next } : watch;
}
