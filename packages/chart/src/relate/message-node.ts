import type { MessageNode } from '../model.ts';
import type { Belonging } from './belonging.ts';
import { compact } from './compact.ts';
import { describedBy, distinct } from './definitions.ts';
import type { MessageGroup } from './messages.ts';

/** What the chart shows of a message: the first definition that says something is the one that counts. */
export function messageNode({ id, name, members }: MessageGroup, belonging: Belonging = {}): MessageNode {
  const messages = members.map(member => member.message);
  const senders = members.filter(member => member.sender);
  const speakers = senders.length > 0 ? senders : members;
  return compact({
    id,
    name,
    title: messages.find(message => message.title)?.title,
    summary: messages.find(message => message.summary)?.summary,
    description: messages.find(message => message.description)?.description,
    contentType: messages.find(message => message.contentType)?.contentType,
    channels: distinct(members.flatMap(member => member.channels)),
    ...belonging,
    deprecated: speakers.some(({ message }) => message.deprecated) || undefined,
    described: describedBy(members.map(({ document, message }) => ({ document, definition: message }))),
    tags: distinct(messages.flatMap(message => message.tags.map(tag => tag.name))),
  });
}
