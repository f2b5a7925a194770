import { pointerOf } from '@portolan/base';
import { splitUrl } from '@portolan/contract/text';
import { own } from '../tree/aliases.ts';
import { child, type MapNode, pairOf, put, rename, retext, textOf } from '../tree/nodes.ts';
import { type Context, report } from './context.ts';
import { CONVERT_LOST } from './findings.ts';
import { convertSecurity } from './security.ts';

/** A server of 2.x: its `url` becomes `host` and `pathname`. */
export function convertServer(context: Context, node: MapNode, from: string): void {
  own(node, context.tree);
  convertSecurity(context, node, from);
  const pair = pairOf(node, 'url');
  const url = textOf(pair?.value);
  if (!pair || url === undefined) return;
  const scheme = /^(\{[^}]*\}|[a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1];
  const rest = scheme === undefined ? url : url.slice(scheme.length + 3);
  const { host, pathname } = splitUrl(rest);
  rename(pair, 'host');
  pair.value = retext(pair.value, host);
  if (pathname !== undefined) put(node, 'pathname', retext(undefined, pathname), 'host');
  const at = pointerOf(from, 'url');
  const protocol = textOf(child(node, 'protocol'))?.toLowerCase();
  if (scheme !== undefined && scheme.toLowerCase() !== protocol) {
    report(context, CONVERT_LOST, at, { what: `the scheme \`${scheme}\` of the server's address` });
  }
  if (/^[^/]*@/.test(rest)) report(context, CONVERT_LOST, at, { what: "the user name in the server's address" });
}
