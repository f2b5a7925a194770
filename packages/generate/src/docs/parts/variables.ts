import { type Html, html, NOTHING } from '../html.ts';
import { inline } from '../prose.ts';
import { pairs } from './bindings.ts';

/** A parameter of an address, or a variable of a server. */
interface Variable {
  readonly name: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: string;
}

/** Variables by name, with what they stand for and what they may be. */
export function variableTable(variables: readonly Variable[]): Html {
  if (variables.length === 0) return NOTHING;
  return pairs(
    variables.map(variable => [
      `{${variable.name}}`,
      html`<span class="soft">${inline(variable.description)}</span>${chips('One of', variable.enum ?? [])}${chips(
        'Default',
        variable.default === undefined ? [] : [variable.default],
      )}`,
    ]),
  );
}

function chips(label: string, values: readonly string[]): Html {
  if (values.length === 0) return NOTHING;
  return html`<p class="schema-values"><span class="faint">${label}</span>${values.map(value => html` <code class="chip">${value}</code>`)}</p>`;
}
