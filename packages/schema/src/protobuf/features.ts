import {
  optionOf,
  type ProtoEnum,
  type ProtoField,
  type ProtoFile,
  type ProtoMessage,
  type ProtoOption,
} from './model.ts';

/** Whether a field that is not set can be told from one that holds its default, and whether it has to be set. */
export type Presence = 'explicit' | 'implicit' | 'required';

/** Presence of a field by the syntax of its file, or by the features of its edition. */
export function presenceOf(field: ProtoField, message: ProtoMessage, file: ProtoFile): Presence {
  if (field.label === 'required') return 'required';
  if (file.syntax === 'proto2' || field.label === 'optional' || field.oneof !== undefined) return 'explicit';
  if (file.syntax === 'proto3') return 'implicit';
  const feature = featureOf('field_presence', [field, message, file]);
  if (feature === 'IMPLICIT') return 'implicit';
  return feature === 'LEGACY_REQUIRED' ? 'required' : 'explicit';
}

/** True for an enum that takes numbers it has no name for. */
export function isOpen(type: ProtoEnum, file: ProtoFile): boolean {
  if (file.syntax !== 'editions') return file.syntax === 'proto3';
  return featureOf('enum_type', [type, file]) !== 'CLOSED';
}

/** The value of a feature (`field_presence`) by whoever states it first: the thing itself, then what surrounds it. */
export function featureOf(
  name: string,
  around: readonly { readonly options: readonly ProtoOption[] }[],
): string | undefined {
  for (const declared of around) {
    const stated = optionOf(declared, `features.${name}`);
    if (stated) return stated.value;
    const whole = optionOf(declared, 'features');
    const inside = whole && new RegExp(`\\b${name}\\s*:\\s*(\\w+)`).exec(whole.value)?.[1];
    if (inside !== undefined) return inside;
  }
  return undefined;
}
