import type { Range } from '@portolan/base';
import { allTypes, type ProtoField, type ProtoFile, type ProtoOption, type ProtoType } from './model.ts';
import { parseProtobuf } from './parse.ts';
import { positionsOf } from './positions.ts';

/** Something that a Protobuf text declares, with all that the text says of it. */
export interface ProtoDeclaration {
  readonly kind: 'file' | 'message' | 'enum' | 'field' | 'value';
  /** Full name: `shop.Order.total`; of the file its package. */
  readonly name: string;
  /** Full name of the message or the enum around it; '' for others. */
  readonly within: string;
  /** Of fields and values. */
  readonly number?: number;
  /** What is said, in words of the language: `type`, `label`, `option deprecated`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly comment?: string;
  /** Where its name stands in the text. */
  readonly range?: Range;
}

/** Everything that a text declares, the file itself first. */
export function declarationsOf(text: string): ProtoDeclaration[] {
  const file = parseProtobuf(text);
  const place = positionsOf(text);
  const named = ({ fullName, spot, comment }: ProtoType | ProtoField) => ({
    name: fullName,
    range: place(spot),
    ...(comment !== undefined && { comment }),
  });
  const found: ProtoDeclaration[] = [{ kind: 'file', name: file.package, within: '', facts: fileFacts(file) }];
  for (const type of allTypes(file.types)) {
    const facts = { ...optionFacts(type.options), ...reservedFacts(type) };
    found.push({ kind: type.kind, within: '', facts, ...named(type) });
    if (type.kind === 'message')
      for (const field of type.fields)
        found.push({
          kind: 'field',
          within: type.fullName,
          number: field.number,
          facts: fieldFacts(field),
          ...named(field),
        });
    else
      for (const { fullName, number, options, spot, comment } of type.values)
        found.push({
          kind: 'value',
          name: fullName,
          within: type.fullName,
          number,
          facts: optionFacts(options),
          range: place(spot),
          ...(comment !== undefined && { comment }),
        });
  }
  return found;
}

function fileFacts({ syntax, stated, imports, options, package: name }: ProtoFile): Record<string, string> {
  const paths = imports.map(({ path, modifier }) => `${modifier ?? ''} ${path}`.trim()).sort();
  return { syntax: stated?.edition ?? syntax, package: name, imports: paths.join(', '), ...optionFacts(options) };
}

function fieldFacts({ label, type, key, oneof, options }: ProtoField): Record<string, string> {
  return {
    type: key === undefined ? type : `map<${key}, ${type}>`,
    ...(label !== undefined && { label }),
    ...(oneof !== undefined && { oneof }),
    ...optionFacts(options),
  };
}

function optionFacts(options: readonly ProtoOption[]): Record<string, string> {
  return Object.fromEntries(options.map(({ name, value }) => [`option ${name}`, value]));
}

function reservedFacts({ reserved: { numbers, names } }: ProtoType): Record<string, string> {
  const kept = [
    ...numbers.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)),
    ...names.map(({ name }) => name),
  ];
  return kept.length === 0 ? {} : { reserved: kept.sort().join(', ') };
}
