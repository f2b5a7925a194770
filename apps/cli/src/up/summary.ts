import { clean, counted } from '@portolan/base';
import type { Snapshot } from '@portolan/control';
import type { Amount } from '@portolan/stores/backup';

/** Said as soon as the page can be opened. */
export function greeting(url: string, hasPortal: boolean): string {
  const note = hasPortal
    ? ''
    : '\nThe portal is not built: `npm run build` in the checkout builds it. The API is there.';
  return `Portolan is at ${url}${note}`;
}

/** Said when everything was read: what is shown, from where, and where it is kept. */
export function summaryOf({ sources, chart }: Snapshot, data: string): string {
  const width = Math.max(...sources.map(({ location }) => location.length));
  const rows = sources.map(({ location, documents, problem }) => {
    const count = documents === 0 ? 'no AsyncAPI document yet; it is watched' : counted(documents, 'document');
    return `  ${location.padEnd(width)}  ${problem ?? count}`;
  });
  const { services, channels, messages } = chart;
  const facts = [
    counted(services.length, 'service'),
    counted(channels.length, 'channel'),
    counted(messages.length, 'message'),
  ];
  return clean([...rows, `${facts.join(', ')}; every revision is kept in ${data}`, 'Ctrl-C ends it.'].join('\n'));
}

/** How much a backup holds: `3 entries and 2 texts`. */
export function amountOf({ entries, texts }: Amount): string {
  const all = entries === 1 ? '1 entry' : `${entries} entries`;
  return `${all} and ${counted(texts, 'text')}`;
}
