/**
 * The text of a file. JSON is UTF-8 and nothing else, YAML may be UTF-16 with a byte order mark. Bytes that are neither
 * become U+FFFD, which the reader reports by its place; the mark stays, so that a file can be written back as it was.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
