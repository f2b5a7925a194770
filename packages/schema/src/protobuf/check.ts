import type { Flaw } from '../flaw.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { checkEnum } from './check-enum.ts';
import { checkMessage } from './check-message.ts';
import { allTypes, type ProtoFile, type ProtoImport } from './model.ts';
import { positionsOf } from './positions.ts';
import type { Report } from './report.ts';
import type { Spot } from './tokens.ts';
import { isText, versionOf, type World, worldOf } from './world.ts';

/** Flaws of one text that are told. */
const MOST_FLAWS = 200;

/** What is wrong with a Protobuf text, each at its place in it, in the order of the text. */
export function protobufFlaws(source: SchemaSource, lookup: Lookup): Flaw[] {
  if (!isText(source)) {
    const message = 'a Protobuf schema is written as text, and this is not';
    return [
      { kind: 'invalid', pointer: '', message, help: 'Write the text of the `.proto` file, or refer to the file.' },
    ];
  }
  const positions = positionsOf(source.definition);
  const found: { spot: Spot; flaw: Flaw }[] = [];
  const report: Report = (spot, message, help, kind = 'invalid') => {
    if (found.length < MOST_FLAWS)
      found.push({ spot, flaw: { kind, pointer: '', inside: positions(spot), message, help } });
  };
  const world = worldOf(lookup);
  const file = world.fileOf(source);
  checkVersion(file, source.schemaFormat, report);
  for (const { spot, message, help } of file.mistakes) report(spot, message, help);
  // What stands behind a place that could not be read may be anything: only what is certain is told then.
  if (file.mistakes.length === 0) checkFile(file, world, report);
  return found.sort((a, b) => a.spot.start - b.spot.start).map(({ flaw }) => flaw);
}

/** What the text says of its syntax and what the `schemaFormat` beside it says are one. */
function checkVersion(file: ProtoFile, schemaFormat: string | undefined, report: Report): void {
  const version = versionOf(schemaFormat);
  if (version === undefined || file.syntax === 'editions') return;
  const written = file.syntax === 'proto2' ? '2' : '3';
  if (file.stated && written !== version)
    report(
      file.stated,
      `the text is written in proto${written}, and the \`schemaFormat\` says version ${version}`,
      `Write \`version=${written}\` in the \`schemaFormat\`.`,
    );
  else if (!file.stated && version === '3')
    report(
      { start: 0, end: 0 },
      'the text states no syntax, which makes it proto2, and the `schemaFormat` says version 3',
      'Begin it with `syntax = "proto3";`.',
    );
}

function checkFile(file: ProtoFile, world: World, report: Report): void {
  const paths = new Set<string>();
  for (const imported of file.imports) {
    if (paths.has(imported.path))
      report(imported.spot, `\`${imported.path}\` is imported twice`, 'Remove one of the imports.');
    else checkImport(imported, file, world, report);
    paths.add(imported.path);
  }
  if (file.imports.some(({ modifier }) => modifier === 'weak') && file.stated?.edition === '2024')
    report(file.stated, 'weak imports are gone in edition 2024', 'Remove the word `weak`.');
  checkCycle(file, world, report);
  checkNames(file, world, report);
  for (const type of allTypes(file.types)) {
    if (type.kind === 'message') checkMessage(type, file, world, report);
    else checkEnum(type, file, report);
  }
}

function checkImport(imported: ProtoImport, file: ProtoFile, world: World, report: Report): void {
  const { spot, path } = imported;
  const target = world.importOf(imported, file);
  if (target === 'missing') {
    const help =
      'Add the file. A path is looked for beside this file, in the folders around it, and from where the document stands.';
    report(spot, `the file \`${path}\`, which is imported, is not there`, help, 'missing');
  } else if (target !== 'well-known' && !('file' in target)) {
    report(spot, `the file \`${path}\`, which is imported, is no Protobuf`, 'Import a `.proto` file.');
  }
}

/** The language has no use for circles: no order of reading could resolve them. */
function checkCycle(file: ProtoFile, world: World, report: Report): void {
  const cycle = world.cycleOf(file);
  const first = file.imports.find(({ path }) => path === cycle[0]);
  if (!first) return;
  const way = cycle.slice(0, -1).map(step => `\`${step}\``);
  const through = way.length > 4 ? [...way.slice(0, 4), `${way.length - 4} more`] : way;
  const message = `the file imports itself${through.length > 0 ? ` by way of ${through.join(', ')}` : ''}`;
  report(first.spot, message, 'Move what both sides need into a file of its own.');
}

/** Names of types and of values of enums are unique in a package, whatever file they stand in. */
function checkNames(file: ProtoFile, world: World, report: Report): void {
  const own = new Map<string, string>();
  const declare = (fullName: string, what: string, spot: Spot) => {
    const known = own.get(fullName);
    if (known !== undefined) {
      const help =
        what === 'value'
          ? 'Rename one of them: values are siblings of their enum, so begin them with its name.'
          : 'Rename one of them.';
      report(spot, `the name \`${fullName}\` is taken by ${known === 'enum' ? 'an' : 'a'} ${known} already`, help);
    } else own.set(fullName, what);
  };
  for (const type of allTypes(file.types)) {
    declare(type.fullName, type.kind, type.spot);
    if (type.kind === 'enum') for (const value of type.values) declare(value.fullName, 'value', value.spot);
    else for (const choice of type.oneofs) declare(choice.fullName, 'oneof', choice.spot);
    if (type.kind === 'message')
      for (const field of type.fields) declare(`${type.fullName}.${field.name}`, 'field', field.spot);
  }
  const types = new Map(Array.from(allTypes(file.types), type => [type.fullName, type]));
  for (const imported of file.imports) {
    const target = world.importOf(imported, file);
    if (typeof target === 'string' || !('file' in target) || target.file === file) continue;
    for (const { fullName } of allTypes(target.file.types)) {
      const type = types.get(fullName);
      if (type)
        report(type.spot, `the type \`${fullName}\` is defined here and in \`${imported.path}\``, 'Keep one of them.');
    }
  }
}
