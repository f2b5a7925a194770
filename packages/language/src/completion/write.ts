import type { Field, Grammar, Kind } from '@portolan/contract/text';
import type { Place } from '../sketch/place.ts';
import type { MemberOffer, Offer } from './offer.ts';

/** How the text around a place is written. */
export interface Style {
  readonly json: boolean;
  /** Whether the editor takes snippets: texts with stops such as `$1`. */
  readonly snippets: boolean;
  /** Spaces by which the first line of what is written stands further in than its own line begins. */
  readonly inset: number;
  readonly step: string;
  /** Quotes that are usual in the file. */
  readonly quote: '"' | "'";
  /** Kinds by name, for the members that an object must have. */
  readonly grammar: Grammar;
}

/** A text to put in, with stops where the person goes on typing when it is a snippet. */
export interface Written {
  readonly text: string;
  readonly snippet: boolean;
}

/** The text of an offer at a place. */
export function writtenAt(offer: Offer, place: Place, style: Style): Written {
  if (offer.is === 'value') return { text: valueText(offer.value, place.quote, style), snippet: false };
  const pen: Pen = { ...style, stops: 0, flow: place.flow || style.json };
  if (offer.is === 'member') return finished(memberText(offer, place, pen), pen);
  const dash = '- ';
  if (offer.member === undefined)
    return { text: `${dash}${valueText(offer.value ?? '', undefined, style)}`, snippet: false };
  const { name, field } = offer.member;
  const inside: Pen = { ...pen, inset: pen.inset + dash.length };
  return finished(`${dash}${name}:${field ? below(field.kind, inside, style.step) : ' '}`, inside);
}

/** Counts the stops of the snippet that is being written. */
interface Pen extends Style {
  stops: number;
  readonly flow: boolean;
}

function finished(text: string, pen: Pen): Written {
  return { text, snippet: pen.snippets };
}

function memberText({ label, field }: MemberOffer, place: Place, pen: Pen): string {
  const key = keyText(label, place.quote, pen);
  if (place.colon) return key;
  return `${key}:${field ? below(field.kind, pen, pen.step) : stopAfterSpace(pen)}`;
}

function keyText(name: string, quote: Place['quote'], pen: Style): string {
  const isPlain = /^[A-Za-z_$][\w.$/-]*$/.test(name) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(name);
  if (pen.json || quote === '"') return escapeIn(JSON.stringify(name), pen);
  if (quote === "'" || !isPlain) return escapeIn(`'${name.replaceAll("'", "''")}'`, pen);
  return escapeIn(name, pen);
}

/** What stands behind the colon of a member: the parts that have to be written, further in by `step`. */
function below(kind: Kind, pen: Pen, indent: string): string {
  const required = requiredIn(kind, pen);
  if (pen.flow || !pen.snippets) return pen.flow ? inFlow(kind, pen) : required === undefined ? ' ' : '';
  if (required === undefined) return ` ${scalarStop(kind, pen)}`;
  const start = `\n${' '.repeat(pen.inset)}${indent}`;
  const settled = kindOf(kind, pen);
  if (settled?.is === 'list') return `${start}- ${firstOfItem(settled.of, pen)}`;
  if (settled?.is === 'reference') return `${start}\\$ref: ${pen.quote}${stop(pen)}${pen.quote}`;
  if (required.length === 0) return `${start}${stop(pen)}`;
  return required
    .map(([name, field]) => `${start}${escapeIn(name, pen)}:${below(field.kind, pen, `${indent}${pen.step}`)}`)
    .join('');
}

function firstOfItem(item: Kind, pen: Pen): string {
  const kind = kindOf(item, pen);
  if (kind?.is === 'reference') return `\\$ref: ${pen.quote}${stop(pen)}${pen.quote}`;
  const [first] = requiredIn(item, pen) ?? [];
  return first ? `${escapeIn(first[0], pen)}: ${stop(pen)}` : stop(pen);
}

function inFlow(kind: Kind, pen: Pen): string {
  const settled = kindOf(kind, pen);
  if (!pen.snippets) return ' ';
  if (settled?.is === 'list') return ` [${stop(pen)}]`;
  if (settled?.is === 'reference')
    return ` { ${pen.json ? '"\\$ref": "' : `\\$ref: ${pen.quote}`}${stop(pen)}${pen.json ? '"' : pen.quote} }`;
  const required = requiredIn(kind, pen);
  if (required === undefined) return ` ${pen.json && isText(kind, pen) ? `"${stop(pen)}"` : scalarStop(kind, pen)}`;
  const members = required.map(([name, field]) => `${keyText(name, undefined, pen)}:${inFlow(field.kind, pen)}`);
  return members.length === 0 ? ` { ${stop(pen)} }` : ` { ${members.join(', ')} }`;
}

/** The members that an object must have; none for other collections; undefined for what is written on one line. */
function requiredIn(kind: Kind, pen: Pen): [string, Field][] | undefined {
  const settled = kindOf(kind, pen);
  if (settled?.is === 'object') return settled.required.map(name => [name, settled.fields[name] as Field]);
  if (settled?.is === 'choice') return [[settled.by, { kind: oneOfThe(settled), required: true }]];
  return settled && ['map', 'list', 'reference', 'any'].includes(settled.is) ? [] : undefined;
}

/** The words that settle a choice. */
function oneOfThe({ of }: { readonly of: Readonly<Record<string, unknown>> }): Kind {
  return { is: 'string', enum: Object.keys(of) };
}

/** The kind in which people mostly write a thing; undefined where it is not at hand. */
function kindOf(kind: Kind, pen: Pen): Kind | undefined {
  switch (kind.is) {
    case 'named': {
      const meant = pen.grammar[kind.name];
      return meant && kindOf(meant, pen);
    }
    case 'referenceOr':
      return kindOf(kind.to, pen);
    case 'fromVersion':
      return kindOf(kind.kind, pen);
    case 'either':
      return kind.of[0] && kindOf(kind.of[0], pen);
    case 'whenHas':
      return kindOf(kind.otherwise, pen);
    case 'inFormat':
      return { is: 'map', of: { is: 'any' } };
    default:
      return kind;
  }
}

function isText(kind: Kind, pen: Pen): boolean {
  return kindOf(kind, pen)?.is === 'string';
}

function scalarStop(kind: Kind, pen: Pen): string {
  const settled = kindOf(kind, pen);
  if (settled?.is === 'string' && settled.enum && settled.enum.length > 0) return choiceStop(settled.enum, pen);
  if (settled?.is === 'boolean') return choiceStop(['true', 'false'], pen);
  return stop(pen);
}

function choiceStop(words: readonly string[], pen: Pen): string {
  return `\${${++pen.stops}|${words.map(word => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

function stop(pen: Pen): string {
  return pen.snippets ? `$${++pen.stops}` : '';
}

function stopAfterSpace(pen: Pen): string {
  return ` ${stop(pen)}`;
}

/** Characters that mean something in a snippet. */
function escapeIn(text: string, { snippets }: Style): string {
  return snippets ? text.replace(/[\\$}]/g, '\\$&') : text;
}

/** A value in the quotes that stand there, or that it needs. */
export function valueText(value: string | number | boolean | null, quote: Place['quote'], style: Style): string {
  if (typeof value !== 'string') return quote ? `${quote}${value}${quote}` : String(value);
  if (style.json || quote === '"') return JSON.stringify(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (/^[A-Za-z/][\w./+;=-]*$/.test(value) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(value)) return value;
  if (/^\d+\.\d+\.\d+$/.test(value)) return value;
  return style.quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}
