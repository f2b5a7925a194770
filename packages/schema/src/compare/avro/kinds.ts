import { type AvroEnum, type AvroFixed, type AvroPrimitive, type AvroRecord, target } from '../../avro/model.ts';
import { simpleName } from '../../avro/names.ts';
import { listed } from '../listed.ts';
import type { Leaf } from './leaf.ts';
import { compareLogical } from './logical.ts';
import { type Known, matchNames, promotionOf, typeWord } from './match.ts';

/** Values that rounding changes, and what they become. */
const ROUNDED = {
  float: [16_777_217, '16777216'],
  double: ['9007199254740993', '9007199254740992'],
} as const;

export function comparePrimitives(writer: AvroPrimitive, reader: AvroPrimitive): Leaf[] {
  const promotion = promotionOf(writer.name, reader.name);
  if (promotion === undefined) return [typeChanged(writer, reader)];
  const logical = compareLogical(writer, reader);
  const params = { writer: writer.name, reader: reader.name };
  const more = logical ? [logical] : [];
  switch (promotion) {
    case 'same':
      return more;
    case 'widened':
      return [{ code: 'TYPE_WIDENED', params }, ...more];
    case 'text-as-bytes':
      return [{ code: 'TEXT_READ_AS_BYTES', params }, ...more];
    case 'bytes-as-text':
      return [{ code: 'BYTES_READ_AS_TEXT', params, value: '\u00ff' }, ...more];
    case 'rounded': {
      const [value, becomes] = ROUNDED[reader.name as keyof typeof ROUNDED];
      // No JSON number holds the one that a double rounds: it is told, and not shown.
      const shown = typeof value === 'number' && { value };
      return [{ code: 'NUMBER_ROUNDED', params: { ...params, value, becomes }, ...shown }, ...more];
    }
  }
}

export function typeChanged(writer: Known, reader: Known): Leaf {
  return { code: 'TYPE_CHANGED', params: { writer: typeWord(writer), reader: typeWord(reader) } };
}

export function compareNames(writer: AvroRecord | AvroEnum | AvroFixed, reader: typeof writer): Leaf[] {
  const match = matchNames(writer, reader);
  if (match === 'same') return [];
  const params = { kind: reader.kind, writer: writer.fullName, reader: reader.fullName };
  if (match === undefined) return [{ code: 'NAME_CHANGED', params, at: 'name' }];
  return [{ code: match === 'alias' ? 'NAME_FOUND_BY_ALIAS' : 'NAMESPACE_CHANGED', params, at: 'name' }];
}

export function compareFixed(writer: AvroFixed, reader: AvroFixed): Leaf[] {
  const params = { writer: writer.size, reader: reader.size };
  if (writer.size !== reader.size) return [{ code: 'FIXED_SIZE_CHANGED', params, at: 'size' }];
  const logical = compareLogical(writer, reader);
  return logical ? [logical] : [];
}

export function compareEnums(writer: AvroEnum, reader: AvroEnum): Leaf[] {
  const leaves: Leaf[] = [];
  const missing = writer.symbols.filter(symbol => !reader.symbols.includes(symbol));
  const added = reader.symbols.filter(symbol => !writer.symbols.includes(symbol));
  if (missing[0] !== undefined) {
    const params = { values: listed(missing), reader: simpleName(reader.fullName) };
    const fallback = reader.default !== undefined && reader.symbols.includes(reader.default);
    leaves.push(
      fallback
        ? { code: 'ENUM_VALUES_DEFAULTED', params: { ...params, default: `“${reader.default}”` }, at: 'symbols' }
        : { code: 'ENUM_VALUES_MISSING', params, at: 'symbols', value: missing[0] },
    );
  }
  if (added.length > 0) leaves.push({ code: 'ENUM_VALUES_ADDED', params: { values: listed(added) }, at: 'symbols' });
  return leaves;
}

export function branchMissing(writer: Known, reader: Extract<Known, { kind: 'union' }>): Leaf {
  const branches = reader.branches.map(branch => typeWord(target(branch)));
  return {
    code: 'UNION_BRANCH_MISSING',
    params: { writer: typeWord(writer), reader: branches.join(', ') || 'nothing' },
  };
}
