import { compareFindings, findingOf, type Origin, type Range } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { stringify } from 'yaml';
import type { Rewritten } from '../convert/convert.ts';
import { CONVERT_LOST } from '../convert/findings.ts';
import { documentOf, serversInUse } from './document.ts';

/**
 * Writes the facts of another language as a document of AsyncAPI 3.1 in YAML: the webhooks and callbacks of OpenAPI, or
 * CloudEvents definitions. Everything that the document needs stands in it. What AsyncAPI has no words for is told:
 * servers on which nothing is sent, addresses that are worked out when a callback is called, and the summary of `info`.
 *
 * @param contract as it was read; one of AsyncAPI is written anew, without its comments
 * @param locate gives findings their lines
 */
export function convertOpenApi(
  contract: Contract,
  locate: (origin: Origin) => Range | undefined = () => undefined,
): Rewritten {
  const text = stringify(documentOf(contract), { aliasDuplicateObjects: false, lineWidth: 100, singleQuote: true });
  const findings = lostIn(contract).map(({ what, origin }) => {
    const range = locate(origin);
    return findingOf(CONVERT_LOST, origin, { what }, range && { range });
  });
  return { text, findings: findings.sort(compareFindings) };
}

function lostIn(contract: Contract): { what: string; origin: Origin }[] {
  const { info, servers, channels } = contract;
  const used = new Set(serversInUse(contract));
  const idle = servers.filter(server => !used.has(server));
  const called = channels.filter(({ elsewhere, address }) => elsewhere && address !== null);
  return [
    ...(info.summary === undefined ? [] : [{ what: 'the summary of `info`', origin: member(info.origin, 'summary') }]),
    ...idle.map(({ id, origin }) => ({ what: `the server \`${id}\`, to which nothing is sent`, origin })),
    ...called.map(({ id, address, origin }) => ({ what: `the address \`${address}\` of \`${id}\``, origin })),
  ];
}

function member(origin: Origin, key: string): Origin {
  return { ...origin, pointer: `${origin.pointer}/${key}` };
}
