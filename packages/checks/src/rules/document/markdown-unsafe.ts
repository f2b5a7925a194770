import type { Origin } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { at } from '../../context.ts';
import { subschemasWith } from '../../facts/subschemas.ts';
import { keywordAt } from '../../facts/values.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  description: Takes orders. Questions go to [the team](https://wiki.example.com/orders).
`;

/** Whether a text is worth a closer look, which nearly none is. */
const SUSPICIOUS = /<[a-z]|\]\(\s*[a-z]+\s*:/i;

/** What a page would run or load when it shows CommonMark as it is. */
const UNSAFE: readonly (readonly [string, RegExp])[] = [
  ['a script', /<script[\s>]/i],
  ['a frame or an object', /<(iframe|object|embed)[\s>]/i],
  ['an event handler', /<[a-z][^>]*\son[a-z]+\s*=/i],
  ['a link that runs code', /(\]\(|href\s*=\s*["']?)\s*(javascript|vbscript|data\s*:\s*text\/html)\s*:/i],
];

export default rule({
  code: 'DOCUMENT_MARKDOWN_UNSAFE',
  severity: 'warning',
  says: 'The text holds {what}.',
  why: 'Descriptions are shown as pages, by many tools and not all of them careful. What stands here would run in the browser of everybody who reads the documentation.',
  help: 'Write it in CommonMark without HTML; show code in a code block.',
  bad: good.replace('https://wiki.example.com/orders', 'javascript:alert(1)'),
  good,
  contract(contract, { report }) {
    const check = (text: string, place: () => Origin) => {
      if (!SUSPICIOUS.test(text)) return;
      const what = UNSAFE.find(([, pattern]) => pattern.test(withoutCode(text)))?.[0];
      if (what) report(place(), { what });
    };
    checkTexts(contract, check);
  },
});

/** Code in CommonMark is shown and not run. */
function withoutCode(text: string): string {
  return text.replace(/(`{3,}|~{3,})[\s\S]*?\1/g, '').replace(/(`+)[^`][\s\S]*?\1/g, '');
}

/** Every text of a document that people read; where it stands is only asked when something is wrong with it. */
function checkTexts(contract: Contract, check: (text: string, place: () => Origin) => void): void {
  const { info, servers, channels, operations, messages, securitySchemes } = contract;
  const parts = [...channels.flatMap(({ parameters }) => parameters), ...servers.flatMap(({ variables }) => variables)];
  for (const node of [info, ...servers, ...channels, ...operations, ...messages, ...parts, ...securitySchemes]) {
    for (const member of ['summary', 'description'] as const) {
      const text = member in node ? (node as { summary?: string; description?: string })[member] : undefined;
      if (text !== undefined) check(text, () => at(node, member));
    }
  }
  for (const subschema of subschemasWith(contract, ['description'])) {
    const { description } = subschema.keywords;
    if (typeof description === 'string') check(description, () => keywordAt(subschema, 'description'));
  }
}
