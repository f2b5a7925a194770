/** The files that come with the Protobuf language, with the types in them that have a JSON form of their own. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  any: ['Any'],
  api: ['Api', 'Method', 'Mixin'],
  cpp_features: [],
  descriptor: [
    ...['File', 'Field', 'Oneof', 'Enum', 'EnumValue', 'Service', 'Method'].flatMap(what => [
      `${what}DescriptorProto`,
      `${what}Options`,
    ]),
    ...['FileDescriptorSet', 'DescriptorProto', 'MessageOptions', 'ExtensionRangeOptions', 'UninterpretedOption'],
    ...['FeatureSet', 'FeatureSetDefaults', 'SourceCodeInfo', 'GeneratedCodeInfo', 'Edition'],
    ...['FieldDescriptorProto.Type', 'FieldDescriptorProto.Label'],
  ],
  duration: ['Duration'],
  empty: ['Empty'],
  field_mask: ['FieldMask'],
  go_features: [],
  java_features: [],
  source_context: ['SourceContext'],
  struct: ['Struct', 'Value', 'ListValue', 'NullValue'],
  timestamp: ['Timestamp'],
  type: ['Type', 'Field', 'Enum', 'EnumValue', 'Option', 'Syntax'],
  wrappers: [
    'DoubleValue',
    'FloatValue',
    'Int64Value',
    'UInt64Value',
    'Int32Value',
    'UInt32Value',
    'BoolValue',
    'StringValue',
    'BytesValue',
  ],
};

const PREFIX = 'google.protobuf.';

/** Full names of the types of a file that comes with the language; undefined for every other file. */
export function wellKnownFile(path: string): readonly string[] | undefined {
  const name = /^google\/protobuf\/(?:compiler\/)?(\w+)\.proto$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  return Object.hasOwn(FILES, name) ? (FILES[name] ?? []).map(type => `${PREFIX}${type}`) : [];
}

/** The file that a type which comes with the language is imported from. */
export function fileOfWellKnown(fullName: string): string | undefined {
  if (!fullName.startsWith(PREFIX)) return undefined;
  const simple = fullName.slice(PREFIX.length);
  const file = Object.keys(FILES).find(name => FILES[name]?.includes(simple));
  return file === undefined ? undefined : `google/protobuf/${file}.proto`;
}

/** The part of a name of a type that comes with the language which the JSON mapping knows: `Timestamp`. */
export function wellKnownName(fullName: string): string | undefined {
  return fileOfWellKnown(fullName) === undefined ? undefined : fullName.slice(PREFIX.length);
}
