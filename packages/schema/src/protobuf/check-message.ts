import { checkRanges, checkReserved } from './check-reserved.ts';
import { isOpen, presenceOf } from './features.ts';
import { jsonName } from './json-name.ts';
import { optionOf, type ProtoField, type ProtoFile, type ProtoMessage, type ProtoOption } from './model.ts';
import { MOST_FIELD } from './parse-types.ts';
import { helpForType, type Report } from './report.ts';
import { resolveType, SCALARS } from './resolve.ts';
import type { Known, World } from './world.ts';

/** Types that keys of maps can have: those that are one text only. */
const KEYS: ReadonlySet<string> = new Set([...SCALARS].filter(name => !['double', 'float', 'bytes'].includes(name)));

/** The rules for a message and its fields (language specification, “Message definition”). */
export function checkMessage(message: ProtoMessage, file: ProtoFile, world: World, report: Report): void {
  const numbers = new Map<number, string>();
  const jsonNames = new Map<string, string>();
  for (const field of message.fields) {
    checkNumber(field, message, numbers, report);
    checkLabel(field, file, report);
    checkType(field, message, file, world, report);
    const json = jsonName(field);
    const known = jsonNames.get(json);
    if (known !== undefined && known !== field.name && file.syntax !== 'proto2')
      report(
        field.spot,
        `the fields \`${known}\` and \`${field.name}\` have one name in JSON, \`${json}\``,
        'Rename one of them, or give it a `json_name`.',
      );
    jsonNames.set(json, field.name);
  }
  for (const choice of message.oneofs)
    if (choice.fields.length === 0)
      report(choice.spot, `the oneof \`${choice.name}\` has no fields`, 'Give it at least one.');
  checkReserved(message.fields, message.reserved, 'field', report);
  checkRanges(
    [
      ...message.extensions,
      ...message.reserved.numbers.filter(({ from, to }) =>
        message.extensions.some(other => from <= other.to && to >= other.from),
      ),
    ],
    report,
  );
  if (file.syntax === 'proto3' && message.extensions[0])
    report(message.extensions[0].spot, 'proto3 knows no extensions', 'Remove them.');
}

function checkNumber(field: ProtoField, message: ProtoMessage, numbers: Map<number, string>, report: Report): void {
  const { number, numberSpot, name } = field;
  if (number < 1 || number > MOST_FIELD)
    report(numberSpot, `the field \`${name}\` has the number ${number}`, `Choose one from 1 to ${MOST_FIELD}.`);
  else if (number >= 19_000 && number <= 19_999)
    report(
      numberSpot,
      `the field \`${name}\` has the number ${number}, which Protobuf keeps for itself`,
      'Choose one outside 19000 to 19999.',
    );
  const known = numbers.get(number);
  if (known !== undefined)
    report(
      numberSpot,
      `the field \`${name}\` has the number ${number}, which \`${known}\` has already`,
      'Give it a number of its own.',
    );
  else numbers.set(number, name);
  if (message.extensions.some(({ from, to }) => number >= from && number <= to))
    report(
      numberSpot,
      `the field \`${name}\` has the number ${number}, which is kept for extensions`,
      'Choose another.',
    );
}

function checkLabel(field: ProtoField, file: ProtoFile, report: Report): void {
  const { label, spot, name, oneof, key, group } = field;
  if (oneof !== undefined && (label !== undefined || key !== undefined))
    report(
      spot,
      `the field \`${name}\` of the oneof \`${oneof}\` is ${key === undefined ? `\`${label}\`` : 'a map'}`,
      'Fields of a oneof have no label and are no maps.',
    );
  else if (key !== undefined && label !== undefined)
    report(spot, `the map \`${name}\` is \`${label}\``, 'Maps have no label.');
  else if (file.syntax === 'proto2' && label === undefined && oneof === undefined && key === undefined)
    report(
      spot,
      `the field \`${name}\` is neither \`optional\`, \`required\` nor \`repeated\`, as proto2 demands`,
      file.stated ? 'Add one of the words.' : 'Add one of the words, or begin the text with `syntax = "proto3";`.',
    );
  else if (file.syntax === 'proto3' && label === 'required')
    report(spot, `the field \`${name}\` is \`required\`, which proto3 does not know`, 'Remove the word.');
  else if (file.syntax === 'editions' && (label === 'required' || label === 'optional'))
    report(
      spot,
      `the field \`${name}\` is \`${label}\`, which editions do not know`,
      label === 'required'
        ? 'Write `[features.field_presence = LEGACY_REQUIRED]` behind it.'
        : 'Remove the word: fields are optional unless they say otherwise.',
    );
  if (group && file.syntax !== 'proto2')
    report(spot, `\`${name}\` is a group, which only proto2 knows`, 'Define a message and a field of its type.');
}

function checkType(field: ProtoField, message: ProtoMessage, file: ProtoFile, world: World, report: Report): void {
  const { key, keySpot, type, typeSpot } = field;
  if (key !== undefined && keySpot && !KEYS.has(key))
    report(
      keySpot,
      `\`${key}\` cannot be the type of the keys of a map`,
      'Keys are whole numbers, `bool` or `string`.',
    );
  const known = SCALARS.has(type) ? undefined : resolveType(type, message.fullName, file, world);
  if (!SCALARS.has(type) && !known) {
    if (world.isWhole(file))
      report(
        typeSpot,
        `the type \`${type}\` of the field \`${field.name}\` is defined nowhere`,
        helpForType(type, file, world),
      );
    return;
  }
  if (
    known &&
    'type' in known &&
    known.type.kind === 'enum' &&
    file.syntax === 'proto3' &&
    !isOpen(known.type, known.file)
  )
    report(
      typeSpot,
      `the enum \`${type}\` of the field \`${field.name}\` is closed, and fields of proto3 need open ones`,
      'Move the enum to a file in proto3.',
    );
  checkDefault(field, message, file, known, report);
}

const WHOLE = /^-?(0[xX][\da-fA-F]+|\d+)$/;
const FRACTION = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[fF]?$|^-?(inf|nan)$/;

/** A default is a value of its field, and only fields that can be missing have one. */
function checkDefault(
  field: ProtoField,
  message: ProtoMessage,
  file: ProtoFile,
  known: Known | undefined,
  report: Report,
): void {
  const option = optionOf(field, 'default');
  if (!option) return;
  const [why, help] = defaultForbidden(field, message, file) ?? defaultWrong(field.type, option, known) ?? [];
  if (why !== undefined && help !== undefined)
    report(option.spot, `the default of the field \`${field.name}\` ${why}`, help);
}

/** Why a field may have no default, and what to do. */
function defaultForbidden(field: ProtoField, message: ProtoMessage, file: ProtoFile): readonly string[] | undefined {
  if (file.syntax === 'proto3')
    return ['is not allowed in proto3', 'Remove it: a field that is not set holds zero, an empty text, and so on.'];
  if (field.label === 'repeated' || field.key !== undefined) return ['is not allowed on a list or a map', 'Remove it.'];
  if (presenceOf(field, message, file) !== 'implicit') return undefined;
  return ['is not allowed where presence is implicit', 'Remove it, or make the presence explicit.'];
}

function defaultWrong(
  type: string,
  { kind, value }: ProtoOption,
  known: Known | undefined,
): readonly string[] | undefined {
  if (!known) {
    const wanted = wantedDefault(type, kind, value);
    const found = kind === 'string' ? JSON.stringify(value) : `\`${value}\``;
    return wanted === undefined ? undefined : [`is ${found}, and must be ${wanted}`, 'Correct it.'];
  }
  if (!('type' in known) || known.type.kind === 'message') return ['is not allowed on a message', 'Remove it.'];
  if (known.type.values.some(({ name }) => name === value)) return undefined;
  return [`is \`${value}\`, which is no value of the enum \`${known.type.name}\``, 'Name one of its values.'];
}

/** What a default has to be when it is something else. */
function wantedDefault(type: string, kind: string, value: string): string | undefined {
  if (type === 'bool') return value === 'true' || value === 'false' ? undefined : '`true` or `false`';
  if (type === 'string' || type === 'bytes') return kind === 'string' ? undefined : 'a text in quotes';
  if (type === 'double' || type === 'float') return FRACTION.test(value) ? undefined : 'a number';
  if (!WHOLE.test(value)) return 'a whole number';
  return /^u|^fixed/.test(type) && value.startsWith('-') ? 'zero or more' : undefined;
}
