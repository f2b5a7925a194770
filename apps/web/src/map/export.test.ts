import type { MapView } from '@portolan/server/port';
import { expect, test } from 'vitest';
import { mermaidOf } from './export-mermaid.ts';
import { svgOf } from './export-svg.ts';

const VIEW: MapView = {
  digest: 'sha256:0',
  nodes: [
    { kind: 'service', id: 'a', name: 'A & <B>', protocols: [], tags: [] },
    { kind: 'service', id: 'b', name: 'B', protocols: [], tags: [] },
    { kind: 'channel', id: 'c', name: 'orders', protocols: [], tags: [] },
  ],
  edges: [
    { service: 'a', channel: 'c', action: 'send', confidence: 'stated', messages: [] },
    { service: 'b', channel: 'c', action: 'receive', confidence: 'uncertain', messages: [] },
  ],
};
const ALL = new Set(['service:a', 'service:b', 'channel:c']);

test('Mermaid: arrows as messages flow, dotted where uncertain, and only what is shown', () => {
  expect(mermaidOf(VIEW, ALL, {})).toBe(
    'flowchart LR\n  s1["A #38; #60;B#62;"]\n  s2["B"]\n  c1(["orders"])\n  s1 --> c1\n  c1 -.-> s2\n',
  );
  expect(mermaidOf(VIEW, new Set(['service:a', 'channel:c']), {})).not.toContain('-.->');
  expect(mermaidOf(VIEW, ALL, { confidence: 'uncertain' })).not.toContain('-->\n');
});

test('SVG: every node and edge that is shown, names escaped, uncertain edges dashed', () => {
  const places = new Map([
    ['service:a', { x: 0, y: 0 }],
    ['service:b', { x: 10, y: 5 }],
    ['channel:c', { x: 5, y: 5 }],
  ]);
  const drawn = { places, colourOf: () => 'rgb(1, 2, 3)', ink: 'black', paper: 'white', line: 'gray', filter: {} };
  const svg = svgOf({ ...drawn, view: VIEW, shown: ALL });
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg.match(/<line/g)).toHaveLength(2);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(svg).toContain('A &amp; &lt;B>');
  expect(svgOf({ ...drawn, view: VIEW, shown: new Set(['service:a']) })).not.toContain('<line');
  expect(svgOf({ ...drawn, view: VIEW, shown: new Set() })).toContain('</svg>');
});
