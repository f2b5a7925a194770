import type { NumberRange, ProtoEnum, ProtoField, ProtoMessage, ProtoOption, ProtoType, ProtoValue } from './model.ts';
import { block, complain, inlineOptions, optionStatement, type Reader, shown, typeName } from './reader.ts';
import type { Spot, Token } from './tokens.ts';

/** Messages inside messages; the compiler of the language allows 32. */
const MOST_DEPTH = 64;

/** The largest number of a field, and of a value of an enum. */
export const MOST_FIELD = 2 ** 29 - 1;
const MOST_VALUE = 2 ** 31 - 1;

/** A message behind the word `message`. */
export function messageOf(reader: Reader, scope: string, leading: string | undefined, depth: number): ProtoMessage {
  const { name, spot, fullName } = declared(reader, scope, 'the message');
  const fields: ProtoField[] = [];
  const oneofs: { name: string; fullName: string; spot: Spot; options: ProtoOption[]; fields: string[] }[] = [];
  const types: ProtoType[] = [];
  const options: ProtoOption[] = [];
  const reserved = { numbers: [] as NumberRange[], names: [] as { name: string; spot: Spot }[] };
  const extensions: NumberRange[] = [];
  if (depth > MOST_DEPTH) {
    complain(
      reader.mistakes,
      spot,
      `the message \`${name}\` is nested deeper than ${MOST_DEPTH} levels`,
      'Move it out.',
    );
    block(reader);
  } else body(reader, `the message \`${name}\``, statement);
  const comment = leading === undefined ? {} : { comment: leading };
  return { kind: 'message', name, fullName, spot, fields, oneofs, types, options, reserved, extensions, ...comment };

  function statement(): void {
    const token = reader.peek();
    const follows = reader.peek(1);
    if (reader.skip(';')) return;
    const visible = ['export', 'local'].includes(token.text) && ['message', 'enum'].includes(follows.text);
    if (visible) reader.next();
    const begins = reader.peek(1).kind === 'name';
    if (begins && reader.skip('message')) types.push(messageOf(reader, fullName, token.leading, depth + 1));
    else if (begins && reader.skip('enum')) types.push(enumOf(reader, fullName, token.leading));
    else if (begins && reader.skip('oneof')) oneof();
    else if (token.text === 'extend' && follows.kind !== 'end') extension();
    else if (token.text === 'option' && follows.text !== '=') optionNext();
    else if (token.text === 'reserved') reservedNext();
    else if (token.text === 'extensions') extensionsNext();
    else fieldNext();
  }

  function optionNext(): void {
    reader.next();
    options.push(optionStatement(reader));
  }

  function extension(): void {
    reader.next();
    typeName(reader, 'what is extended');
    block(reader);
  }

  function reservedNext(): void {
    reader.next();
    reservedOf(reader, reserved, MOST_FIELD);
  }

  function extensionsNext(): void {
    reader.next();
    ranges(reader, extensions, MOST_FIELD);
    inlineOptions(reader);
    reader.expect(';', 'after the extensions');
  }

  function oneof(): void {
    const own = declared(reader, fullName, 'the oneof');
    const choice = { ...own, options: [] as ProtoOption[], fields: [] as string[] };
    oneofs.push(choice);
    body(reader, `the oneof \`${own.name}\``, () => {
      if (reader.skip(';')) return;
      if (reader.peek().text === 'option' && reader.peek(1).text !== '=') {
        reader.next();
        choice.options.push(optionStatement(reader));
        return;
      }
      const field = fieldNext(own.name);
      choice.fields.push(field.name);
    });
  }

  function fieldNext(inOneof?: string): ProtoField {
    const first = reader.peek();
    const label = LABELS.find(word => word === first.text && reader.peek(1).text !== '=');
    if (label) reader.next();
    const isMap = reader.peek().text === 'map' && reader.peek(1).text === '<';
    const { leading: above } = first;
    const type = isMap ? mapOf(reader) : { value: typeName(reader, 'a type') };
    const named = reader.name('the field');
    reader.expect('=', `after the field \`${named.text}\``);
    const numbered = numberOf(reader, false);
    const inline = inlineOptions(reader);
    const isGroup = type.value.text === 'group' && reader.peek().text === '{';
    const shared = {
      spot: spotOf(named),
      fullName: `${fullName}.${named.text}`,
      typeSpot: spotOf(type.value),
      number: numbered.value,
      numberSpot: numbered.spot,
      options: inline,
      ...(label && { label }),
      ...('key' in type && { key: type.key.text, keySpot: spotOf(type.key) }),
      ...(inOneof !== undefined && { oneof: inOneof }),
    };
    if (isGroup) {
      const group = groupOf(named);
      const field: ProtoField = { ...shared, name: named.text.toLowerCase(), type: group.name, group: true };
      fields.push(field);
      return field;
    }
    const end = reader.expect(';', `after the field \`${named.text}\``);
    const comment = above ?? end.trailing;
    const field = { ...shared, name: named.text, type: type.value.text, ...(comment !== undefined && { comment }) };
    fields.push(field);
    return field;
  }

  /** A group is a message and a field in one; its field has the name in small letters. */
  function groupOf(named: Token): ProtoMessage {
    const inner = messageBody(reader, named, fullName, depth + 1);
    types.push(inner);
    return inner;
  }
}

/** The body of a group, whose name has been read. */
function messageBody(reader: Reader, named: Token, scope: string, depth: number): ProtoMessage {
  let served = false;
  const inner: Reader = {
    ...reader,
    name: what => {
      if (served) return reader.name(what);
      served = true;
      return named;
    },
  };
  return messageOf(inner, scope, undefined, depth);
}

/** An enum behind the word `enum`. */
export function enumOf(reader: Reader, scope: string, leading: string | undefined): ProtoEnum {
  const { name, spot, fullName } = declared(reader, scope, 'the enum');
  const values: ProtoValue[] = [];
  const options: ProtoOption[] = [];
  const reserved = { numbers: [] as NumberRange[], names: [] as { name: string; spot: Spot }[] };
  body(reader, `the enum \`${name}\``, () => {
    const token = reader.peek();
    if (reader.skip(';')) return;
    if (token.text === 'option' && reader.peek(1).text !== '=') {
      reader.next();
      options.push(optionStatement(reader));
    } else if (token.text === 'reserved' && reader.peek(1).text !== '=') {
      reader.next();
      reservedOf(reader, reserved, MOST_VALUE);
    } else values.push(value());
  });
  return {
    kind: 'enum',
    name,
    fullName,
    spot,
    values,
    options,
    reserved,
    ...(leading !== undefined && { comment: leading }),
  };

  function value(): ProtoValue {
    const named = reader.name('a value of the enum');
    reader.expect('=', `after the value \`${named.text}\``);
    const numbered = numberOf(reader, true);
    const inline = inlineOptions(reader);
    const end = reader.expect(';', `after the value \`${named.text}\``);
    const comment = named.leading ?? end.trailing;
    // Values are siblings of their enum: `shop.NEW`, not `shop.Status.NEW`.
    const own = { name: named.text, fullName: joined(scope, named.text), spot: spotOf(named), options: inline };
    return { ...own, number: numbered.value, numberSpot: numbered.spot, ...(comment !== undefined && { comment }) };
  }
}

const LABELS = ['optional', 'required', 'repeated'] as const;

function body(reader: Reader, what: string, statement: () => void): void {
  reader.expect('{', `after ${what}`);
  while (reader.peek().text !== '}' || reader.peek().kind !== 'symbol') {
    if (reader.peek().kind === 'end') {
      complain(reader.mistakes, reader.peek(), `${what} is not closed`, 'Add `}`.');
      return;
    }
    reader.statement(statement);
  }
  reader.next();
}

function declared(reader: Reader, scope: string, what: string): { name: string; fullName: string; spot: Spot } {
  const token = reader.name(what);
  return { name: token.text, fullName: joined(scope, token.text), spot: spotOf(token) };
}

function mapOf(reader: Reader) {
  reader.next();
  reader.next();
  const key = typeName(reader, 'the type of the keys');
  reader.expect(',', 'after the type of the keys');
  const value = typeName(reader, 'the type of the values');
  reader.expect('>', 'after the type of the values');
  return { key, value };
}

function numberOf(reader: Reader, negative: boolean): { value: number; spot: Spot } {
  const { start } = reader.peek();
  const sign = negative && reader.skip('-') ? -1 : 1;
  const token = reader.peek();
  const value = token.kind === 'number' && /^(0[xX][\da-fA-F]+|\d+)$/.test(token.text) ? whole(token.text) : undefined;
  if (value === undefined) {
    complain(
      reader.mistakes,
      token,
      `a whole number is missing, and ${shown(token)} stands there`,
      'Write the number.',
    );
    if (token.kind === 'number') reader.next();
    return { value: Number.NaN, spot: spotOf(token) };
  }
  reader.next();
  return { value: sign * value, spot: { start, end: token.end } };
}

/** Whole numbers that begin with zero are octal. */
function whole(text: string): number {
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

function reservedOf(
  reader: Reader,
  reserved: { numbers: NumberRange[]; names: { name: string; spot: Spot }[] },
  most: number,
): void {
  const first = reader.peek();
  if (first.kind === 'number' || first.text === '-') ranges(reader, reserved.numbers, most);
  else
    do {
      const token = reader.next();
      if (token.kind === 'string' || token.kind === 'name')
        reserved.names.push({ name: token.text, spot: spotOf(token) });
      else
        complain(
          reader.mistakes,
          token,
          `a name or a number is reserved, and ${shown(token)} stands there`,
          'Write names in quotes.',
        );
    } while (reader.skip(','));
  reader.expect(';', 'after what is reserved');
}

function ranges(reader: Reader, found: NumberRange[], most: number): void {
  do {
    const from = numberOf(reader, true);
    const to = !reader.skip('to')
      ? from
      : reader.peek().text === 'max'
        ? { value: most, spot: spotOf(reader.next()) }
        : numberOf(reader, true);
    found.push({ from: from.value, to: to.value, spot: { start: from.spot.start, end: to.spot.end } });
  } while (reader.skip(','));
}

function joined(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}

function spotOf({ start, end }: Spot): Spot {
  return { start, end };
}
