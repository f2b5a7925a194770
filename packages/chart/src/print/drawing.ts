/** Boxes and arrows, for the languages that draw them. */
export interface Drawing {
  /** Name of the drawing: a word. */
  readonly name: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnNode {
  readonly kind: 'service' | 'channel';
  readonly id: string;
  readonly label: string;
  /** How it fares, where that is what the drawing is about. */
  readonly tone?: Tone;
}

export interface DrawnEdge {
  /** A node by kind and id: see `nodeKey`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly uncertain: boolean;
}

export type Tone = 'subject' | 'bad' | 'unknown' | 'good';

/** The name of a node in a drawing. */
export function nodeKey(kind: DrawnNode['kind'], id: string): string {
  return `${kind} ${id}`;
}

/** Colours that are told apart in print and by people who see few colours: the strokes differ in lightness. */
const COLOURS: Readonly<Record<Tone, readonly [fill: string, stroke: string]>> = {
  subject: ['#dbe9f6', '#1f4e79'],
  bad: ['#f8d7d3', '#8c1c13'],
  unknown: ['#fdf0c8', '#9a6b00'],
  good: ['#e0f0e3', '#4f8f5b'],
};

/** A Mermaid flowchart: services are boxes, channels are rounded, and what is uncertain is dotted. */
export function drawMermaid({ nodes, edges }: Drawing): string {
  const counts = { service: 0, channel: 0 };
  const names = new Map(nodes.map(({ kind, id }) => [nodeKey(kind, id), `${kind.charAt(0)}${++counts[kind]}`]));
  const tones = [...new Set(nodes.flatMap(({ tone }) => tone ?? []))].sort();
  const lines = [
    'flowchart LR',
    ...nodes.map(({ kind, id, label, tone }) => {
      const [open, close] = kind === 'service' ? ['["', '"]'] : ['(["', '"])'];
      return `  ${names.get(nodeKey(kind, id))}${open}${escaped(label)}${close}${tone ? `:::${tone}` : ''}`;
    }),
    ...edges.map(({ from, to, label, uncertain }) => {
      const arrow = `${uncertain ? '-.->' : '-->'}${label === '' ? '' : `|"${escaped(label)}"|`}`;
      return `  ${names.get(from)} ${arrow} ${names.get(to)}`;
    }),
    ...tones.map(tone => `  classDef ${tone} fill:${COLOURS[tone][0]},stroke:${COLOURS[tone][1]},color:#1a1a1a`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The DOT language of Graphviz: services are boxes, channels are ellipses, and what is uncertain is dashed. */
export function drawDot({ name, nodes, edges }: Drawing): string {
  const lines = [
    `digraph ${name} {`,
    '  rankdir=LR;',
    ...nodes.map(({ kind, id, label, tone }) => {
      const shape = kind === 'service' ? 'box' : 'ellipse';
      const colours = tone ? `, style=filled, fillcolor="${COLOURS[tone][0]}", color="${COLOURS[tone][1]}"` : '';
      return `  ${quoted(nodeKey(kind, id))} [shape=${shape}, label=${quoted(label)}${colours}];`;
    }),
    ...edges.map(({ from, to, label, uncertain }) => {
      return `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}${uncertain ? ', style=dashed' : ''}];`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Mermaid knows no backslash: what could end a label or start markup is written as a character reference. */
function escaped(text: string): string {
  return text.replace(/["#<>&`\\\s]+/g, found =>
    [...found].map(character => (/\s/.test(character) ? ' ' : `#${character.codePointAt(0)};`)).join(''),
  );
}

/** A DOT string: only the quotation mark ends it, but a backslash before one would hide it. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ')}"`;
}
