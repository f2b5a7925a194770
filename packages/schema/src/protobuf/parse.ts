import type { ProtoFile, ProtoImport, ProtoOption, ProtoType, Syntax } from './model.ts';
import { enumOf, messageOf } from './parse-types.ts';
import { block, complain, createReader, optionStatement, type Reader, shown, typeName } from './reader.ts';
import type { Spot } from './tokens.ts';

/** Editions of the language that are read. */
export const EDITIONS: readonly string[] = ['2023', '2024'];

/**
 * Reads a text in the Protobuf language: proto2, proto3 and editions. Never throws: what cannot be read is among the
 * `mistakes`, each at its place, and everything else is there.
 */
export function parseProtobuf(text: string): ProtoFile {
  const known = parsed.get(text);
  if (known) return known;
  const file = read(createReader(text));
  if (parsed.size >= MOST_PARSED) parsed.delete(parsed.keys().next().value as string);
  parsed.set(text, file);
  return file;
}

/** The newest texts are remembered: one is drawn, judged and checked, and imported by others. */
const parsed = new Map<string, ProtoFile>();
const MOST_PARSED = 64;

function read(reader: Reader): ProtoFile {
  const imports: ProtoImport[] = [];
  const options: ProtoOption[] = [];
  const types: ProtoType[] = [];
  let stated: (Spot & { edition: string }) | undefined;
  let packageName: string | undefined;
  while (reader.peek().kind !== 'end') reader.statement(statement);
  const syntax: Syntax = stated === undefined ? 'proto2' : (SYNTAXES.get(stated.edition) ?? 'editions');
  return {
    syntax,
    ...(stated && { stated }),
    package: packageName ?? '',
    imports,
    options,
    types,
    mistakes: reader.mistakes,
  };

  function statement(): void {
    const token = reader.peek();
    const { leading } = token;
    if (reader.skip(';')) return;
    if (reader.skip('syntax') || reader.skip('edition')) state(token.text, token);
    else if (reader.skip('package')) packaged(token);
    else if (reader.skip('import')) imported();
    else if (reader.skip('option')) options.push(optionStatement(reader));
    else if (reader.skip('service')) service();
    else if (reader.skip('extend')) extension();
    else if (!definition(leading)) {
      complain(
        reader.mistakes,
        token,
        `${shown(token)} begins no statement of Protobuf`,
        'A file holds `syntax`, `package`, `import`, `option`, `message`, `enum`, `extend` and `service`.',
      );
      reader.next();
      if (token.kind === 'name') reader.expect(';', 'here');
    }
  }

  function definition(leading: string | undefined): boolean {
    const visible =
      ['export', 'local'].includes(reader.peek().text) && ['message', 'enum'].includes(reader.peek(1).text);
    if (visible) reader.next();
    const scope = packageName ?? '';
    if (reader.skip('message')) types.push(messageOf(reader, scope, leading, 1));
    else if (reader.skip('enum')) types.push(enumOf(reader, scope, leading));
    else return false;
    return true;
  }

  function state(word: string, { start }: Spot): void {
    reader.expect('=', `after \`${word}\``);
    const value = reader.next();
    const spot = { start, end: value.end };
    const right = word === 'syntax' ? SYNTAXES.has(value.text) : EDITIONS.includes(value.text);
    if (!right) {
      const help =
        word === 'syntax'
          ? 'Write `proto2` or `proto3`; editions are written `edition = "2023";`.'
          : `Write one of ${EDITIONS.join(', ')}.`;
      complain(reader.mistakes, value, `the ${word} ${shown(value)} is none that Portolan knows`, help);
    }
    if (stated) complain(reader.mistakes, spot, `the ${word} is stated a second time`, 'Remove one of them.');
    else if (types.length + imports.length + options.length > 0 || packageName !== undefined)
      complain(reader.mistakes, spot, `the ${word} is not stated first`, 'Move it to the beginning of the text.');
    stated ??= { ...spot, edition: value.text };
    reader.expect(';', `after the ${word}`);
  }

  function packaged(at: Spot): void {
    const name = typeName(reader, 'the package');
    if (packageName !== undefined)
      complain(reader.mistakes, at, 'the package is stated a second time', 'Remove one of them.');
    packageName ??= name.text;
    reader.expect(';', 'after the package');
  }

  function imported(): void {
    const word = reader.peek();
    const modifier = MODIFIERS.find(candidate => word.kind === 'name' && candidate === word.text);
    if (modifier) reader.next();
    const token = reader.next();
    let path = token.text;
    while (reader.peek().kind === 'string') path += reader.next().text;
    if (token.kind === 'string') imports.push({ path, ...(modifier && { modifier }), spot: token });
    else
      complain(
        reader.mistakes,
        token,
        `an import names a file in quotes, and ${shown(token)} stands there`,
        'Write `import "folder/file.proto";`.',
      );
    reader.expect(';', 'after the import');
  }

  /** What services offer is no part of a message. */
  function service(): void {
    reader.name('the service');
    block(reader);
  }

  /** Extensions are mostly options of tools; what they add to messages does not count in the JSON form. */
  function extension(): void {
    typeName(reader, 'what is extended');
    block(reader);
  }
}

const SYNTAXES: ReadonlyMap<string, Syntax> = new Map([
  ['proto2', 'proto2'],
  ['proto3', 'proto3'],
]);

const MODIFIERS = ['public', 'weak', 'option'] as const;
