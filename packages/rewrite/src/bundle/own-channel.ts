import { keysOf, pointerOf } from '@portolan/base';
import { targetOf } from '@portolan/contract/text';
import type { Node } from 'yaml';
import { createFiles } from '../tree/files.ts';
import { at, child, keyOf, pairs, referenceOf } from '../tree/nodes.ts';
import { fragment, redirect } from '../tree/references.ts';
import type { State } from './state.ts';

/**
 * Leads operations to their messages through their channel, as 3.x demands: `#/channels/orders/messages/placed` and not
 * the component that stands behind it.
 */
export function settleMessages({ late, root, tree, location }: State): void {
  if (late.length === 0) return;
  const bundled = createFiles(tree, []);
  for (const { slot, home } of late) {
    const written = referenceOf(child(at(root, keysOf(slot.pointer).slice(0, -2)), 'channel'));
    redirect(slot.node, fragment((written && through(written, home)) ?? home));
  }

  function through(channel: string, home: string): string | undefined {
    const place = bundled.named(channel, location);
    const messages = place && bundled.follow(place);
    const pair = pairs(child(messages?.node, 'messages')).find(({ value }) => {
      return bundled.follow({ location, pointer: '', node: value as Node })?.node === at(root, keysOf(home));
    });
    return pair && pointerOf(targetOf(channel, location).pointer ?? '', 'messages', keyOf(pair));
  }
}
