import type { Server } from '@portolan/contract';
import { type Html, html, NOTHING } from '../html.ts';
import type { DocsContract } from '../model.ts';
import { prose } from '../prose.ts';
import { bindingTables } from './bindings.ts';
import { securityView } from './security.ts';
import { variableTable } from './variables.ts';

/**
 * What one document says about a server.
 *
 * @param where the document as a link, on a page where several speak
 */
export function serverEntry(server: Server, contract: DocsContract, where?: Html): Html {
  const { description, summary, variables, security, bindings, protocol, protocolVersion, host } = server;
  return html`<div class="entry"><h3><span class="mono">${server.id}</span>${
    where ? html` <span class="faint">in ${where}</span>` : NOTHING
  }</h3><p class="mono break">${protocol}://${host}${server.pathname}${
    protocolVersion ? html` <span class="faint">version ${protocolVersion}</span>` : NOTHING
  }</p>${prose(description ?? summary)}${variableTable(variables)}${securityView(contract, security)}${bindingTables(bindings)}</div>`;
}
