import type { Written } from './model.ts';

/** The language of a document for people: `AsyncAPI 3.1.0`, `OpenAPI 3.1.0`, `xRegistry 1.0-rc4`; undefined when none is known. */
export function writtenIn({ asyncapi, openapi, xregistry }: Written): string | undefined {
  if (asyncapi !== undefined) return `AsyncAPI ${asyncapi}`;
  if (openapi !== undefined) return `OpenAPI ${openapi}`;
  return xregistry === undefined ? undefined : `xRegistry ${xregistry}`.trim();
}

/** Only the members that say it, for what is told about a document. */
export function writtenOf({ asyncapi, openapi, xregistry }: Written): Written {
  return {
    ...(asyncapi !== undefined && { asyncapi }),
    ...(openapi !== undefined && { openapi }),
    ...(xregistry !== undefined && { xregistry }),
  };
}
