/**
 * Rules that judge a thing by itself. Only they are applied to a Contract that is incomplete: the others look for what is
 * missing, or compare one part with another, and would tell what damage took away as if the author had left it out.
 */
export const BY_ITSELF: ReadonlySet<string> = new Set([
  'CHANNEL_ADDRESS_DUPLICATE',
  'CHANNEL_ADDRESS_QUERY',
  'DOCUMENT_SECRET',
  'MESSAGE_DEPRECATED_SENT',
  'OPERATION_DIRECTION_UNCERTAIN',
  'SCHEMA_PATTERN_INVALID',
  'TAG_NAME_DUPLICATE',
]);
