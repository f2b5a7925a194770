import { type Operation, writtenIn } from '@portolan/contract';
import { type At, to } from '../at.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { DocsContract, DocsDocument } from '../model.ts';
import { action, badge, counts } from '../parts/badge.ts';
import { bindingTables } from '../parts/bindings.ts';
import { facts, names, pageHead } from '../parts/page-head.ts';
import { empty, section } from '../parts/section.ts';
import { schemesView, securityView } from '../parts/security.ts';
import { serverEntry } from '../parts/server-entry.ts';
import { gist, inline, prose } from '../prose.ts';
import type { Content } from './page.ts';

/** What a document says, in the order in which one would ask. */
export function documentPage(at: At, document: DocsDocument): Content {
  const { contract, id } = document;
  const { info, servers, operations, securitySchemes } = contract;
  const title = info.title || id;
  const service = at.world.serviceOf.get(id);
  return {
    title,
    summary: gist(info.summary ?? info.description) || `What the document ${id} describes.`,
    body: html`${pageHead({
      kind: 'Document',
      list: '../documents.html',
      icon: 'document',
      title,
      after: info.version ? badge(`version ${info.version}`) : NOTHING,
      body: html`<p class="mono soft break">${id}</p>${prose(info.description ?? info.summary)}${facts({
        Service: service && to(at, 'service', service.id, service.name, 'link'),
        'Written in': writtenIn(contract),
        Contact: contactOf(contract),
        License: info.license && outside(info.license.url, info.license.name ?? info.license.url),
        Terms: info.termsOfService === undefined ? undefined : outside(info.termsOfService, 'Terms of service'),
        'More about it':
          info.externalDocs && outside(info.externalDocs.url, info.externalDocs.description ?? info.externalDocs.url),
        Findings: counts(document.findings),
        Tags: info.tags.map(({ name }) => name).join(', '),
      })}`,
    })}${
      servers.length === 0
        ? NOTHING
        : section('servers', 'Servers', html`${servers.map(server => serverEntry(server, contract))}`, {
            total: servers.length,
          })
    }${section(
      'operations',
      'Operations',
      operations.length === 0
        ? empty('This document describes no operation.')
        : html`${operations.map(operation => operationEntry(at, document, operation))}`,
      { total: operations.length },
    )}${
      securitySchemes.length === 0
        ? NOTHING
        : section('security', 'Security', schemesView(securitySchemes), { total: securitySchemes.length })
    }`,
  };
}

function operationEntry(at: At, document: DocsDocument, operation: Operation): Html {
  const { contract } = document;
  const { id, summary, description, security, bindings, messages, reply, direction } = operation;
  const channel = at.world.channelIn(document.id, operation.channel);
  const messageLinks = (ids: readonly string[]) =>
    names(
      ids.map(own => {
        const message = at.world.messageIn(document.id, own);
        return message ? to(at, 'message', message.id, message.name, 'quiet-link strong') : html`${own}`;
      }),
    );
  return html`<div class="entry" id="operation.${id}"><h3>${action(direction.action)} <span class="mono break">${id}</span></h3>${
    summary ? html`<p class="soft">${inline(summary)}</p>` : NOTHING
  }${prose(description)}${facts({
    Channel: channel && to(at, 'channel', channel.id, channel.name, 'link mono'),
    [messages.length === 1 ? 'Message' : 'Messages']: messages.length > 0 ? messageLinks(messages) : undefined,
    'Answered with': reply && reply.messages.length > 0 ? messageLinks(reply.messages) : undefined,
  })}${securityView(contract, security)}${bindingTables(bindings)}</div>`;
}

function contactOf({ info }: DocsContract): Html | undefined {
  const { name, email, url } = info.contact ?? {};
  if (email !== undefined) return html`<a class="link" href="mailto:${email}">${name ?? email}</a>`;
  return outside(url, name ?? url);
}

/** A link out of the site where the address is one that can be followed, else the words alone. */
function outside(url: string | undefined, words: string | undefined): Html | undefined {
  if (words === undefined) return undefined;
  return url !== undefined && /^https?:\/\//i.test(url)
    ? html`<a class="link" href="${url}" rel="noreferrer">${words}</a>`
    : html`${words}`;
}
