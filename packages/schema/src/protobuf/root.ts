import { allTypes, type ProtoFile, type ProtoMessage } from './model.ts';
import { parseProtobuf } from './parse.ts';

/**
 * The message that a text is about, where somebody names it: the full name of the only outermost message whose name is
 * like one of the hints, tried in their order. Case and everything but letters and digits do not count, so that
 * `order-placed` names `OrderPlaced`. Undefined where the text has no choice to offer, or no hint fits.
 */
export function protobufRoot(text: string, hints: readonly string[]): string | undefined {
  const messages = topMessages(parseProtobuf(text));
  if (messages.length < 2) return undefined;
  for (const hint of hints) {
    const exact = messages.filter(({ name, fullName }) => name === hint || fullName === hint);
    const like = exact.length > 0 ? exact : messages.filter(({ name }) => plain(name) === plain(hint));
    if (like.length === 1) return like[0]?.fullName;
  }
  return undefined;
}

/** The paths that a text imports and that do not come with the language. */
export function protobufImports(text: string): readonly string[] {
  const paths = parseProtobuf(text).imports.map(({ path }) => path);
  return paths.filter(path => !path.startsWith('google/protobuf/'));
}

/** The messages among which nothing decides which of them a text is about; none where it is clear, or no message at all. */
export function protobufChoices(text: string): readonly string[] {
  const root = rootOf(parseProtobuf(text), undefined);
  return 'among' in root ? root.among : [];
}

/** What a text is about: the message that is meant, or the names among which nothing decides. */
export type Root = { readonly message: ProtoMessage } | { readonly among: readonly string[] };

/**
 * The message that a text is about: the one that is `named`, else the only outermost one, else the only outermost one
 * that none of the others has as a field. Where that leaves several, nobody can know.
 */
export function rootOf(file: ProtoFile, named: string | undefined): Root {
  const messages = topMessages(file);
  const meant = messages.find(({ fullName }) => fullName === named);
  if (meant) return { message: meant };
  const used = new Set(messages.flatMap(message => usedBy(message, messages)));
  const roots = messages.length === 1 ? messages : messages.filter(message => !used.has(message));
  const [only] = roots;
  if (only && roots.length === 1) return { message: only };
  return { among: (roots.length > 0 ? roots : messages).map(({ name }) => name) };
}

function topMessages(file: ProtoFile): ProtoMessage[] {
  return file.types.filter(type => type.kind === 'message');
}

/** Outermost messages, other than itself, that a message or one inside it has as a field, by the end of their names. */
function usedBy(message: ProtoMessage, messages: readonly ProtoMessage[]): ProtoMessage[] {
  const names = new Set<string>();
  for (const type of allTypes([message]))
    if (type.kind === 'message')
      for (const field of type.fields) for (const part of field.type.split('.')) names.add(part);
  return messages.filter(other => other !== message && names.has(other.name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
