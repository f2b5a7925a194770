import { sequence } from '../../sample/random.ts';

interface FieldText {
  readonly name: string;
  readonly number: number;
  readonly label: '' | 'optional' | 'repeated' | 'required';
  readonly type: string;
  readonly oneof?: boolean;
  readonly fallback?: number;
}
type Messages = Readonly<Record<string, readonly FieldText[]>>;
type Values = readonly (readonly [string, number])[];
interface Texts {
  readonly syntax: 'proto2' | 'proto3';
  readonly messages: Messages;
  readonly values: Values;
}

const SCALARS = ['int32', 'int64', 'uint32', 'uint64', 'sint32', 'sint64', 'bool', 'string', 'bytes', 'fixed32'];
const MORE = [...SCALARS, 'sfixed32', 'fixed64', 'sfixed64', 'float', 'double', 'E', 'Line', 'Note'];

/** A writer’s text and a reader’s that grew out of it by some changes, the same for each seed; the message is `Order`. */
export function pairOf(seed: number): { readonly writer: string; readonly reader: string } {
  const random = sequence('protobuf pair', seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const syntax = chance(0.7) ? 'proto3' : 'proto2';
  let texts: Texts = {
    syntax,
    messages: Object.fromEntries(['Order', 'Line', 'Note'].map(name => [name, fieldsOf()])),
    values: [
      ['A', 0],
      ...(['B', 'C', 'D'] as const).filter(() => chance(0.6)).map((name, index) => [name, index + 1] as const),
    ],
  };
  const writer = rendered(texts);
  for (let count = Math.floor(random() * 4); count > 0; count--) texts = changed(texts);
  // Half of the readers are of the other syntax: closed enums meet open ones, and presence changes.
  if (chance(0.1)) texts = { ...texts, syntax: texts.syntax === 'proto2' ? 'proto3' : 'proto2' };
  return { writer, reader: rendered(texts) };

  function fieldsOf(): FieldText[] {
    return ['a', 'b', 'c', 'd', 'e'].filter(() => chance(0.6)).map((name, index) => fieldOf(name, index + 1));
  }

  function fieldOf(name: string, number: number): FieldText {
    const type = chance(0.08) ? `map<${pick(['string', 'int32', 'bool'])}, ${pick(MORE)}>` : pick(MORE);
    if (type.startsWith('map')) return { name, number, type, label: '' };
    if (chance(0.2)) return { name, number, type, label: '', oneof: true };
    const fallback = chance(0.2) ? { fallback: Math.floor(random() * 3) } : {};
    return { name, number, type, label: pick(syntax === 'proto2' ? PROTO2_LABELS : PROTO3_LABELS), ...fallback };
  }

  function changed(from: Texts): Texts {
    if (chance(0.2)) return { ...from, values: changedValues(from.values) };
    const name = pick(['Order', 'Order', 'Line', 'Note']);
    return { ...from, messages: { ...from.messages, [name]: changedFields(from.messages[name] ?? []) } };
  }

  function changedFields(fields: readonly FieldText[]): readonly FieldText[] {
    const index = Math.floor(random() * fields.length);
    const field = fields[index];
    if (!field || chance(0.15)) {
      const name = pick(['f', 'g', 'h']);
      const number = 10 + Math.floor(random() * 5);
      const taken = fields.some(other => other.name === name || other.number === number);
      return taken ? fields : [...fields, fieldOf(name, number)];
    }
    if (chance(0.15)) return fields.toSpliced(index, 1);
    return fields.with(index, changedField(field, fields));
  }

  function changedField(field: FieldText, fields: readonly FieldText[]): FieldText {
    const roll = random();
    if (roll < 0.4)
      return {
        ...field,
        type: field.type.startsWith('map') ? field.type.replace(/\w+>/, `${pick(MORE)}>`) : pick(MORE),
      };
    if (roll < 0.55) {
      const name = pick(['x', 'y', 'z']);
      return fields.some(other => other.name === name) ? field : { ...field, name };
    }
    if (roll < 0.65) {
      const number = 20 + Math.floor(random() * 5);
      return fields.some(other => other.number === number) ? field : { ...field, number };
    }
    const { oneof, ...plain } = field;
    if (field.type.startsWith('map')) return field;
    if (roll < 0.8)
      return oneof ? { ...plain, label: syntax === 'proto2' ? 'optional' : '' } : { ...field, label: '', oneof: true };
    if (roll < 0.85) return { ...field, fallback: Math.floor(random() * 3) };
    return oneof ? field : { ...field, label: pick(syntax === 'proto2' ? PROTO2_LABELS : PROTO3_LABELS) };
  }

  function changedValues(values: Values): Values {
    const roll = random();
    const [first, ...others] = values;
    const last = others.at(-1);
    if (!first) return values;
    if (roll < 0.3) return values.some(([name]) => name === 'N') ? values : [...values, ['N', 9]];
    if (roll < 0.6 || !last) return values.length > 1 ? values.slice(0, -1) : values;
    if (roll < 0.8) return [first, ...others.slice(0, -1), [`${last[0]}X`, last[1]]];
    return [first, ...others.slice(0, -1), [last[0], last[1] + 20]];
  }
}

const PROTO2_LABELS = ['optional', 'optional', 'repeated', 'required'] as const;
const PROTO3_LABELS = ['', '', 'optional', 'repeated'] as const;

function rendered({ syntax, messages, values }: Texts): string {
  const lines = Object.entries(messages).map(([name, fields]) => {
    const plain = fields.filter(({ oneof }) => !oneof).map(field => statement(field, syntax));
    const chosen = fields.filter(({ oneof }) => oneof).map(field => statement({ ...field, label: '' }, undefined));
    const oneof = chosen.length > 0 ? [`oneof choice { ${chosen.join(' ')} }`] : [];
    return `message ${name} { ${[...plain, ...oneof].join(' ')} }`;
  });
  const known = values.map(([name, number]) => `${name} = ${number};`).join(' ');
  return [`syntax = "${syntax}";`, `enum E { ${known} }`, ...lines].join('\n');
}

function statement({ name, number, label, type, fallback }: FieldText, syntax: string | undefined): string {
  const isMap = type.startsWith('map');
  const fitting = syntax === 'proto2' ? label || 'optional' : label === 'required' ? '' : label;
  const word = isMap || syntax === undefined ? '' : fitting;
  const numeric = /^[us]?int|^s?fixed/.test(type);
  const option =
    syntax === 'proto2' && numeric && word === 'optional' && fallback !== undefined ? ` [default = ${fallback}]` : '';
  return `${word} ${type} ${name} = ${number}${option};`.trim();
}
