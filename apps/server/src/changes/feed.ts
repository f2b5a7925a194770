import type { ChangeEntry } from '../port.ts';

/** What a feed tells. */
export interface Feed {
  readonly title: string;
  /** Where people find the portal, without a slash at the end. */
  readonly origin: string;
  /** Path and query of the feed itself. */
  readonly self: string;
  /** Newest first. */
  readonly entries: readonly ChangeEntry[];
}

/** What happened, as a heading. */
function titleOf({ kind, title, verdict, changes }: ChangeEntry): string {
  if (kind === 'added') return `${title} was added`;
  if (kind === 'removed') return `${title} was removed`;
  if (verdict === 'breaking') return `${title}: a breaking change`;
  return changes.length === 0 ? `${title} was written anew` : `${title} changed`;
}

/** The sentences of an entry. */
function linesOf({ changes, more, kind }: ChangeEntry): string[] {
  if (kind === 'added') return ['Its first revision was recorded.'];
  if (kind === 'removed') return ['It is gone from its source.'];
  if (changes.length === 0) return ['Nothing that it says is different.'];
  const told = changes.map(({ verdict, says }) => (verdict === 'breaking' ? `Breaking: ${says}` : says));
  return more > 0 ? [...told, `And ${more} more.`] : told;
}

/** Where people read on: of a change, the page that says who breaks. */
export function addressOf(origin: string, entry: ChangeEntry): string {
  const { kind, document, digest } = entry;
  if (kind !== 'changed' || digest === undefined) return revisionAt(origin, entry);
  return `${origin}/documents/${encodeURIComponent(document)}/changes/${encodeURIComponent(digest)}`;
}

function revisionAt(origin: string, { document, digest }: ChangeEntry): string {
  const query = digest === undefined ? '' : `?revision=${encodeURIComponent(digest)}`;
  return `${origin}/documents/${encodeURIComponent(document)}${query}`;
}

/** Unlike its address, it is of one entry only: a document may come back to what it said before. It never changes. */
function idOf(origin: string, entry: ChangeEntry): string {
  return `${revisionAt(origin, entry)}#change-${entry.sequence}`;
}

/** As JSON Feed 1.1. */
export function jsonFeed({ title, origin, self, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}/changes`,
    feed_url: origin + self,
    items: entries.map(entry => ({
      id: idOf(origin, entry),
      url: addressOf(origin, entry),
      title: titleOf(entry),
      content_text: linesOf(entry).join('\n'),
      date_published: entry.at,
      ...(entry.ownerName !== undefined && { authors: [{ name: entry.ownerName }] }),
      tags: [entry.kind, ...(entry.verdict === undefined ? [] : [entry.verdict])],
    })),
  });
}

/** As Atom (RFC 4287). */
export function atomFeed({ title, origin, self, entries }: Feed): string {
  // A feed has to have a time; one without entries has never been updated.
  const updated = entries[0]?.at ?? '1970-01-01T00:00:00Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${xml(title)}</title>`,
    `<id>${xml(origin + self)}</id>`,
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(origin + self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(`${origin}/changes`)}"/>`,
    '<author><name>Portolan</name></author>',
    ...entries.map(entry => atomEntry(origin, entry)),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry(origin: string, entry: ChangeEntry): string {
  const { at, kind, verdict, ownerName } = entry;
  return [
    '<entry>',
    `<title>${xml(titleOf(entry))}</title>`,
    `<id>${xml(idOf(origin, entry))}</id>`,
    `<link rel="alternate" type="text/html" href="${xml(addressOf(origin, entry))}"/>`,
    `<published>${at}</published>`,
    `<updated>${at}</updated>`,
    ...(ownerName === undefined ? [] : [`<author><name>${xml(ownerName)}</name></author>`]),
    ...[kind, ...(verdict === undefined ? [] : [verdict])].map(term => `<category term="${term}"/>`),
    `<content type="text">${xml(linesOf(entry).join('\n'))}</content>`,
    '</entry>',
  ].join('\n');
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold, written or not
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

/** Text for an element or an attribute. */
function xml(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, mark => MARKS[mark] as string);
}
