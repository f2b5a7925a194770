import { type At, to } from '../at.ts';
import type { Definition } from '../definitions.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { inline } from '../prose.ts';
import { examplesOf, languageOf, type SeenExample, type SeenSchema } from '../schemas.ts';
import { badge } from './badge.ts';
import { bindingTables } from './bindings.ts';
import { codeBlock } from './code-block.ts';
import { facts } from './page-head.ts';
import { type ReadersByField, schemaTree } from './schema-tree.ts';
import { empty } from './section.ts';

/**
 * What one document says that a message looks like: its tree, and examples beside it.
 *
 * @param prefix before the addresses of its fields: empty for the first definition of a page
 */
export function definitionView(at: At, definition: Definition, prefix: string, readers: ReadersByField): Html {
  const { payload, headers, message, contentType, document } = definition;
  const examples = examplesOf(definition);
  const { bindings, correlationId } = message;
  return html`<div class="definition${examples.length === 0 ? ' definition-alone' : ''}"><div class="definition-main">${schema(
    'Payload',
    payload,
    `${prefix}payload.`,
    readers,
  )}${headers ? schema('Headers', headers, `${prefix}headers.`) : NOTHING}${facts({
    'Content type': contentType
      ? html`<span class="mono">${contentType}</span>`
      : html`<span class="faint">Not named</span>`,
    'Correlation id': correlationId && html`<span class="mono">${correlationId.location}</span>`,
    'Written in': to(at, 'document', document.id, document.id, 'link mono'),
  })}${
    Object.keys(bindings).length > 0
      ? html`<div class="definition-part"><h3>Bindings</h3>${bindingTables(bindings)}</div>`
      : NOTHING
  }</div>${examplesView(examples)}</div>`;
}

function schema(title: string, view: SeenSchema | undefined, prefix: string, readers?: ReadersByField): Html {
  if (!view)
    return html`<div class="definition-part"><div class="definition-head"><h3>${title}</h3></div>${empty('The payload is not described.')}</div>`;
  const raw = html`<details class="definition-raw"><summary class="link">As written</summary>${codeBlock(view.written, `${title}: the schema as written`)}</details>`;
  return html`<div class="definition-part"><div class="definition-head"><h3>${title}</h3><span class="faint">${languageOf(view)}</span></div>${schemaTree(view.shape, prefix, readers)}${raw}</div>`;
}

function examplesView(examples: readonly SeenExample[]): Html {
  if (examples.length === 0) return NOTHING;
  const views = examples.map((example, index) => {
    const name = example.name ?? (examples.length === 1 ? 'Example' : `Example ${index + 1}`);
    const both = example.headers !== undefined && example.payload !== undefined;
    return html`<div class="definition-example"><p class="definition-caption">${
      example.name ? html`<span class="strong">${example.name}</span>` : NOTHING
    }${example.summary ? html`<span class="soft">${inline(example.summary)}</span>` : NOTHING}${
      example.generated ? badge('generated from the schema', 'sand') : NOTHING
    }</p>${example.headers === undefined ? NOTHING : html`<p class="faint">Headers</p>${codeBlock(example.headers, `${name}, headers`)}`}${
      both ? html`<p class="faint">Payload</p>` : NOTHING
    }${example.payload === undefined ? NOTHING : codeBlock(example.payload, `${name}, payload`)}</div>`;
  });
  return html`<div class="definition-examples"><h3>${examples.length === 1 ? 'Example' : 'Examples'}</h3>${views}</div>`;
}
