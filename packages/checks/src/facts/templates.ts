/** Names of the `{name}` expressions in an address or a host, each once, in the order of the text. */
export function expressionsOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(/\{([^{}]*)\}/g), match => match[1] as string))];
}

/** The template with every expression nameless: equal for templates that match the same texts. */
export function withoutNames(template: string): string {
  return template.replace(/\{[^{}]*\}/g, '{}');
}
