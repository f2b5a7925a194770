import { optionOf, type ProtoField } from './model.ts';

/** The name of a field in JSON: what `json_name` says, else the name in lowerCamelCase. */
export function jsonName(field: ProtoField): string {
  return optionOf(field, 'json_name')?.value ?? camelCase(field.name);
}

/** Each letter behind an underscore becomes large, and the underscore goes. */
function camelCase(name: string): string {
  return name.replace(/_+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');
}
