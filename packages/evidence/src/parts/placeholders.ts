/** References that are followed inside each other; more is a circle. */
const MOST = 10;

/**
 * A text with its placeholders filled in: `${name}` by what is known of the name, else by the default behind the
 * separator. What nothing is known of stays as it is, and so is not static.
 *
 * @param separator `:` as Spring writes it, `:-` as shells and compose do
 */
export function filled(
  text: string,
  separator: ':' | ':-',
  known: (name: string) => string | undefined = () => undefined,
): string {
  let value = text;
  for (let turn = 0; turn < MOST && value.includes('${'); turn++) {
    // Innermost first, so that a default may be a placeholder itself.
    const next = value.replace(/\$\{([^${}]*)\}/g, (whole, inside: string) => {
      const at = inside.indexOf(separator);
      const short = separator === ':-' && at < 0 ? inside.indexOf('-') : at;
      const [name, usual] =
        short < 0
          ? [inside, undefined]
          : [inside.slice(0, short), inside.slice(short + (at < 0 ? 1 : separator.length))];
      return known(name.trim()) ?? usual ?? whole;
    });
    if (next === value || next.length > 10_000) break;
    value = next;
  }
  return value;
}
