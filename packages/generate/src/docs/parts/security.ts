import type { SecurityRequirement, SecurityScheme } from '@portolan/contract';
import { bindingRows } from '../../words/binding.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { DocsContract } from '../model.ts';
import { prose } from '../prose.ts';
import { badge } from './badge.ts';
import { pairs } from './bindings.ts';
import { facts } from './page-head.ts';

/** The ways in, each with what it asks for. Requirements in a list are alternatives. */
export function securityView(contract: DocsContract, requirements: readonly SecurityRequirement[]): Html {
  if (requirements.length === 0) return NOTHING;
  const ways = requirements.map(({ scheme: id, scopes }) => {
    const scheme = contract.securitySchemes.find(candidate => candidate.id === id);
    const asked =
      scopes.length === 0
        ? NOTHING
        : html` <span class="faint">with</span> ${scopes.map(scope => badge(html`<span class="mono">${scope}</span>`))}`;
    return html`<li>${scheme ? typeInWords(scheme) : id} <span class="mono faint">${id}</span>${asked}</li>`;
  });
  return facts({ [requirements.length > 1 ? 'Security, one of' : 'Security']: html`<ul class="ways">${ways}</ul>` });
}

/** Everything that a document says about its security schemes. */
export function schemesView(schemes: readonly SecurityScheme[]): Html {
  return html`${schemes.map(scheme => {
    const rows = bindingRows(scheme.details).map(
      ({ path, value }) => [path, html`<span class="mono break">${value}</span>`] as const,
    );
    return html`<div class="entry" id="security.${scheme.id}"><h3><span class="mono">${scheme.id}</span> <span class="faint">${typeInWords(scheme)}</span></h3>${prose(scheme.description)}${
      rows.length > 0 ? pairs(rows) : NOTHING
    }</div>`;
  })}`;
}

const TYPES: Readonly<Record<string, string>> = {
  userPassword: 'User name and password',
  apiKey: 'API key',
  httpApiKey: 'API key over HTTP',
  X509: 'Client certificate (X.509)',
  symmetricEncryption: 'Symmetric encryption',
  asymmetricEncryption: 'Asymmetric encryption',
  oauth2: 'OAuth 2',
  openIdConnect: 'OpenID Connect',
  plain: 'SASL PLAIN',
  scramSha256: 'SASL SCRAM-SHA-256',
  scramSha512: 'SASL SCRAM-SHA-512',
  gssapi: 'SASL GSSAPI (Kerberos)',
};

/** A kind of security as people call it. */
export function typeInWords({ type, details }: SecurityScheme): string {
  if (type === 'http') return `HTTP ${typeof details.scheme === 'string' ? details.scheme : 'authentication'}`;
  return TYPES[type] ?? type;
}
