import protobuf from 'protobufjs';

/** What a text in the Protobuf language says, as far as Portolan needs it. */
export interface ProtobufFile {
  /** The message that the schema is about. */
  readonly message: protobuf.Type;
  /** Files it imports; they are never loaded. */
  readonly imports: readonly string[];
}

/**
 * Parses Protobuf text (proto2, proto3, editions). A file may hold many messages, and AsyncAPI does not say which one a
 * schema is about: it is the first that no other message of the file has as a field, else the first.
 * The answer is a sentence when the text is none.
 */
export function parseProtobuf(definition: unknown): ProtobufFile | string {
  if (typeof definition !== 'string') return 'a Protobuf schema is written as text, and this is not';
  try {
    const { root, imports = [] } = protobuf.parse(definition, { keepCase: true, alternateCommentMode: true });
    resolveFeatures(root);
    const messages = topMessages(root);
    const used = new Set(messages.flatMap(message => [...usedBy(message, message)]));
    const message = messages.find(candidate => !used.has(candidate)) ?? messages[0];
    return message ? { message, imports } : 'this Protobuf text defines no message';
  } catch (error) {
    return `this is not Protobuf: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The message or enum that a field's type names, seen from where the field stands; undefined when its file is missing. */
export function typeOfField(field: protobuf.Field): protobuf.Type | protobuf.Enum | undefined {
  const found = field.parent?.lookup(field.type, [protobuf.Type, protobuf.Enum]);
  return found instanceof protobuf.Type || found instanceof protobuf.Enum ? found : undefined;
}

export function isEnum(type: protobuf.Type | protobuf.Enum): type is protobuf.Enum {
  return type instanceof protobuf.Enum;
}

/** Decides what the edition says of presence and so on; that some types cannot be found does not matter here. */
function resolveFeatures(root: protobuf.Root): void {
  try {
    root.resolveAll();
  } catch {
    // Types of files that are not at hand; each field that has one says so itself.
  }
}

/** Messages that stand in no other message, in the order of the text. */
function topMessages(namespace: protobuf.NamespaceBase): protobuf.Type[] {
  return namespace.nestedArray.flatMap(item => {
    if (item instanceof protobuf.Type) return [item];
    return item instanceof protobuf.Namespace ? topMessages(item) : [];
  });
}

/** Top messages, other than its own, that a message or one nested in it has as a field. */
function* usedBy(message: protobuf.Type, own: protobuf.Type): Generator<protobuf.Type> {
  for (const field of message.fieldsArray) {
    let type: protobuf.ReflectionObject | null | undefined = typeOfField(field);
    while (type?.parent instanceof protobuf.Type) type = type.parent;
    if (type instanceof protobuf.Type && type !== own) yield type;
  }
  for (const nested of message.nestedArray) if (nested instanceof protobuf.Type) yield* usedBy(nested, own);
}
