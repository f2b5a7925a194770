/** How a line of a block begins: as a member of a mapping, as an item of a list, or as neither. */
export interface Entry {
  readonly is: 'member' | 'item' | 'neither';
  /** Name of the key, without its quotes. */
  readonly key?: string;
  /** Offset of the value in the line's content; its length where there is none. */
  readonly value: number;
}

/** A key as people write it. Keys that are lists, objects or aliases are left to the parser. */
const MEMBER =
  /^(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*(?:''[^']*)*)'|(?![-?:]\s|[#&*!|>%@`"'{}[\],])((?:[^\s:#]|:(?=\S)|(?<=\S)#|\s+(?=[^\s:#]))+))\s*:(?=\s|$)\s*/;

/** Nobody writes a longer key; what comes after it may be a million characters. */
const LONGEST = 1_000;

/** What stands before a value without being it: an anchor, a tag. */
const PROPERTIES = /^(?:[&!]\S*(?:\s+|$))*/;

/** Tells how the content of a line begins. */
export function entryOf(line: string): Entry {
  const content = line.slice(0, LONGEST);
  const member = MEMBER.exec(content);
  if (member)
    return { is: 'member', key: member[1] ?? member[2] ?? member[3] ?? '', value: valueAt(content, member[0]) };
  const item = /^-(?:\s+|$)/.exec(content);
  if (item) return { is: 'item', value: valueAt(content, item[0]) };
  return { is: 'neither', value: valueAt(content, '') };
}

/** True when nothing but a comment follows. */
export function isBare(value: string): boolean {
  return value === '' || value.startsWith('#');
}

function valueAt(content: string, before: string): number {
  const [properties = ''] = PROPERTIES.exec(content.slice(before.length)) ?? [];
  return before.length + properties.length;
}
