import { count } from '../../words/count.ts';
import type { At } from '../at.ts';
import { type Definition, definitionsOf, readersOf } from '../definitions.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { DocsMessage } from '../model.ts';
import { badge } from '../parts/badge.ts';
import { definitionView } from '../parts/definition.ts';
import { serviceEnds } from '../parts/ends.ts';
import { flow } from '../parts/flow.ts';
import { icon } from '../parts/icon.ts';
import { partyTable } from '../parts/link-tables.ts';
import { facts, pageHead } from '../parts/page-head.ts';
import type { ReadersByField } from '../parts/schema-tree.ts';
import { empty, section } from '../parts/section.ts';
import { channelNames, contact, domain } from '../parts/things.ts';
import { gist, prose } from '../prose.ts';
import type { Content } from './page.ts';

/** What a message says, who sends it, and who reads which part of it. */
export function messagePage(at: At, message: DocsMessage): Content {
  const { world } = at;
  const { name, channels } = message;
  const links = world.linksOfMessage(message.id);
  const side = (action: 'send' | 'receive') =>
    serviceEnds(
      world,
      links.filter(link => link.action === action),
      'channel',
    );
  const [senders, receivers] = [side('send'), side('receive')];
  return {
    title: name,
    summary:
      gist(message.summary ?? message.description) ||
      `${name}: ${count(senders.length, 'sender')}, ${count(receivers.length, 'receiver')}.`,
    body: html`${pageHead({
      kind: 'Message',
      list: '../messages.html',
      icon: 'message',
      title: name,
      after: message.deprecated ? badge('deprecated', 'warning') : NOTHING,
      body: html`${
        message.title && !sameWords(message.title, name) ? html`<p class="soft">${message.title}</p>` : NOTHING
      }${prose(message.description ?? message.summary)}${facts({
        Owner: contact(at, message.owner),
        Domain: domain(at, message.domain),
        [channels.length === 1 ? 'Channel' : 'Channels']: channels.length > 0 ? channelNames(at, channels) : undefined,
        Tags: message.tags.join(', '),
      })}`,
    })}${section(
      'flow',
      'Who sends, who receives',
      flow(at, {
        left: { heading: 'Senders', ends: senders, none: 'No known sender' },
        centre: { kind: 'message', name, note: count(channels.length, 'channel') },
        right: { heading: 'Receivers', ends: receivers, none: 'No known receiver' },
      }),
    )}${section('schema', 'What it says', definitions(at, message))}${section(
      'links',
      'Links',
      partyTable(at, links, `Links of ${name}`, 'channel'),
      { total: links.length },
    )}`,
  };
}

/** The first definition is open, those of other documents fold out below it. */
function definitions(at: At, message: DocsMessage): Html {
  const all = definitionsOf(at.world, message);
  const readers = readersOf(at.world, message);
  const [first, ...rest] = all;
  if (!first) return empty('No document defines it.');
  if (rest.length === 0) return definitionView(at, first, '', readers);
  return html`${all.map((definition, index) => folded(at, definition, index, readers))}`;
}

function folded(at: At, definition: Definition, index: number, readers: ReadersByField): Html {
  const does = definition.actions.map(action => (action === 'send' ? 'sends' : 'receives')).join(', ');
  const view = definitionView(at, definition, index === 0 ? '' : `${index + 1}.`, readers);
  return html`<details class="version card"${index === 0 ? html` open` : NOTHING}><summary class="version-head"><span class="schema-chevron">${icon('chevron', 12)}</span><span class="strong">${definition.service}</span> <span class="faint">${does}</span></summary><div class="version-body">${view}</div></details>`;
}

/** True for `OrderPlaced` and `Order placed`: saying both says nothing more. */
function sameWords(a: string, b: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}
