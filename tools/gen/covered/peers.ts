/** One rule of another tool, and what Portolan says in its place. */
export interface PeerRule {
  readonly name: string;
  /** Codes of ours that cover it, or why there is none. */
  readonly ours: readonly string[] | string;
}

export interface Peer {
  readonly tool: string;
  /** Where the list was read, with its version. */
  readonly source: string;
  readonly rules: readonly PeerRule[];
}

function rule(name: string, ...ours: readonly string[]): PeerRule {
  const [first = ''] = ours;
  return { name, ours: first.includes(' ') ? first : ours };
}

const STRUCTURE = [
  'GRAMMAR_REQUIRED_MISSING',
  'GRAMMAR_WRONG_TYPE',
  'GRAMMAR_VALUE_NOT_ALLOWED',
  'GRAMMAR_UNKNOWN_FIELD',
  'GRAMMAR_KEY_NOT_ALLOWED',
];
const EMPTY = ['CHANNEL_ADDRESS_EXPRESSION', 'GRAMMAR_KEY_NOT_ALLOWED'];
const PARAMETERS = ['CHANNEL_PARAMETER_UNDEFINED', 'CHANNEL_PARAMETER_REDUNDANT'];
const VARIABLES = ['SERVER_VARIABLE_UNDEFINED', 'SERVER_VARIABLE_UNUSED'];
const SERVERS = ['CHANNEL_SERVER_UNKNOWN', 'CHANNEL_SERVER_POINTER', 'REFERENCE_BROKEN'];
const SECURITY = ['SECURITY_SCHEME_UNKNOWN', 'SECURITY_SCOPE_UNDECLARED', 'SECURITY_SCOPES_FOREIGN'];
const EXAMPLES = ['MESSAGE_EXAMPLE_MISMATCH', 'GRAMMAR_REQUIRED_MISSING'];
const HEADERS = ['MESSAGE_HEADERS_TYPE', 'GRAMMAR_VALUE_NOT_ALLOWED'];
const MESSAGE_ID =
  'In 2.x a message has its key in components or its name as well; asking for a third name makes no document better.';

export const peers: readonly Peer[] = [
  {
    tool: 'Spectral',
    source: 'stoplightio/spectral, packages/rulesets/src/asyncapi, 2024-10-24',
    rules: [
      rule('asyncapi-channel-no-empty-parameter, asyncapi-3-channel-no-empty-parameter', ...EMPTY),
      rule('asyncapi-channel-no-query-nor-fragment, asyncapi-3-channel-no-query-nor-fragment', 'CHANNEL_ADDRESS_QUERY'),
      rule(
        'asyncapi-channel-no-trailing-slash, asyncapi-3-channel-no-trailing-slash',
        'CHANNEL_ADDRESS_TRAILING_SLASH',
      ),
      rule('asyncapi-channel-parameters', ...PARAMETERS),
      rule('asyncapi-channel-servers, asyncapi-3-channel-servers', ...SERVERS),
      rule('asyncapi-headers-schema-type-object, asyncapi-3-headers-schema-type-object', ...HEADERS),
      rule('asyncapi-info-contact', 'INFO_OWNER_MISSING'),
      rule('asyncapi-info-contact-properties', 'INFO_CONTACT_INCOMPLETE'),
      rule('asyncapi-info-description', 'INFO_DESCRIPTION_MISSING'),
      rule('asyncapi-info-license', 'INFO_LICENSE_MISSING'),
      rule('asyncapi-info-license-url', 'INFO_LICENSE_URL_MISSING'),
      rule('asyncapi-latest-version', 'DOCUMENT_VERSION_OUTDATED'),
      rule('asyncapi-message-examples', ...EXAMPLES),
      rule('asyncapi-message-messageId-uniqueness', 'MESSAGE_ID_DUPLICATE'),
      rule('asyncapi-operation-description, asyncapi-3-operation-description', 'OPERATION_DESCRIPTION_MISSING'),
      rule('asyncapi-operation-operationId', 'OPERATION_ID_MISSING'),
      rule('asyncapi-operation-operationId-uniqueness', 'OPERATION_ID_DUPLICATE'),
      rule('asyncapi-operation-security, asyncapi-3-operation-security, asyncapi-server-security', ...SECURITY),
      rule('asyncapi-parameter-description', 'CHANNEL_PARAMETER_DESCRIPTION_MISSING'),
      rule('asyncapi-payload', ...STRUCTURE),
      rule('asyncapi-payload-default, asyncapi-schema-default', 'SCHEMA_DEFAULT_MISMATCH'),
      rule('asyncapi-payload-examples, asyncapi-schema-examples', 'SCHEMA_EXAMPLE_MISMATCH'),
      rule(
        'asyncapi-payload-unsupported-schemaFormat, asyncapi-3-payload-unsupported-schemaFormat',
        'SCHEMA_NOT_CHECKED',
      ),
      rule('asyncapi-schema, asyncapi-3-document-resolved, asyncapi-3-document-unresolved', ...STRUCTURE),
      rule('asyncapi-server-no-empty-variable, asyncapi-3-server-no-empty-variable', 'SERVER_VARIABLE_UNDEFINED'),
      rule('asyncapi-server-no-trailing-slash, asyncapi-3-server-no-trailing-slash', 'SERVER_TRAILING_SLASH'),
      rule('asyncapi-server-not-example-com, asyncapi-3-server-not-example-com', 'SERVER_HOST_EXAMPLE'),
      rule('asyncapi-server-variables', ...VARIABLES),
      rule('asyncapi-servers', 'DOCUMENT_SERVERS_MISSING'),
      rule('asyncapi-tag-description, asyncapi-3-tag-description', 'TAG_DESCRIPTION_MISSING'),
      rule('asyncapi-tags, asyncapi-3-tags', 'INFO_TAGS_MISSING'),
      rule('asyncapi-tags-alphabetical, asyncapi-3-tags-alphabetical', 'TAG_ORDER'),
      rule('asyncapi-tags-uniqueness, asyncapi-3-tags-uniqueness', 'TAG_NAME_DUPLICATE'),
      rule('asyncapi-unused-components-schema, asyncapi-unused-components-server', 'COMPONENT_UNUSED'),
    ],
  },
  {
    tool: 'AsyncAPI parser-js',
    source: 'asyncapi/parser-js, packages/parser/src/ruleset, 2026-08-21',
    rules: [
      rule('asyncapi-is-asyncapi', 'DOCUMENT_NOT_ASYNCAPI', 'DOCUMENT_VERSION_UNSUPPORTED'),
      rule('asyncapi-latest-version', 'DOCUMENT_VERSION_OUTDATED'),
      rule('asyncapi-document-resolved, asyncapi-document-unresolved', ...STRUCTURE),
      rule('asyncapi-internal', 'It finds nothing: it is how that parser looks inside its engine.'),
      rule('asyncapi-id', 'DOCUMENT_ID_MISSING'),
      rule('asyncapi-defaultContentType', 'DOCUMENT_CONTENT_TYPE_MISSING'),
      rule('asyncapi-info-description', 'INFO_DESCRIPTION_MISSING'),
      rule('asyncapi-info-contact', 'INFO_OWNER_MISSING'),
      rule('asyncapi-info-contact-properties', 'INFO_CONTACT_INCOMPLETE'),
      rule('asyncapi-info-license', 'INFO_LICENSE_MISSING'),
      rule('asyncapi-info-license-url', 'INFO_LICENSE_URL_MISSING'),
      rule('asyncapi-servers', 'DOCUMENT_SERVERS_MISSING'),
      rule('asyncapi-unused-component, asyncapi2-unused-securityScheme', 'COMPONENT_UNUSED'),
      rule('asyncapi2-server-security, asyncapi2-operation-security', ...SECURITY),
      rule('asyncapi2-server-variables', ...VARIABLES),
      rule('asyncapi2-channel-parameters, asyncapi3-channel-parameters', ...PARAMETERS),
      rule('asyncapi2-channel-servers, asyncapi3-channel-servers', ...SERVERS),
      rule('asyncapi2-channel-no-query-nor-fragment, asyncapi3-channel-no-query-nor-fragment', 'CHANNEL_ADDRESS_QUERY'),
      rule('asyncapi2-operation-operationId-uniqueness', 'OPERATION_ID_DUPLICATE'),
      rule('asyncapi2-message-messageId-uniqueness', 'MESSAGE_ID_DUPLICATE'),
      rule('asyncapi2-message-examples, asyncapi2-message-examples-custom-format', ...EXAMPLES),
      rule('asyncapi2-tags-uniqueness', 'TAG_NAME_DUPLICATE'),
      rule('asyncapi2-schemas', ...STRUCTURE),
      rule('asyncapi2-schema-default', 'SCHEMA_DEFAULT_MISMATCH'),
      rule('asyncapi2-schema-examples', 'SCHEMA_EXAMPLE_MISMATCH'),
      rule('asyncapi2-tags', 'INFO_TAGS_MISSING'),
      rule('asyncapi2-server-no-empty-variable', 'SERVER_VARIABLE_UNDEFINED'),
      rule('asyncapi2-server-no-trailing-slash', 'SERVER_TRAILING_SLASH'),
      rule('asyncapi2-channel-no-empty-parameter', ...EMPTY),
      rule('asyncapi2-channel-no-trailing-slash', 'CHANNEL_ADDRESS_TRAILING_SLASH'),
      rule('asyncapi2-operation-operationId', 'OPERATION_ID_MISSING'),
      rule('asyncapi2-message-messageId', MESSAGE_ID),
      rule(
        'asyncapi3-operation-messages-from-referred-channel',
        'OPERATION_MESSAGE_POINTER',
        'OPERATION_MESSAGE_FOREIGN',
      ),
      rule('asyncapi3-required-operation-channel-unambiguity', 'OPERATION_CHANNEL_POINTER'),
      rule('asyncapi3-required-channel-servers-unambiguity', 'CHANNEL_SERVER_POINTER'),
    ],
  },
  {
    tool: 'Redocly CLI',
    source: 'Redocly/redocly-cli, packages/core/src/rules/async2 and async3, 2026-08-21',
    rules: [
      rule('struct', ...STRUCTURE),
      rule('no-unresolved-refs', 'REFERENCE_BROKEN', 'REFERENCE_FILE_MISSING'),
      rule('spec-ref-siblings', 'GRAMMAR_REFERENCE_SIBLINGS'),
      rule('assertions', 'A team declares assertions of its own in `portolan.yaml`.'),
      rule('info-contact', 'INFO_OWNER_MISSING'),
      rule('info-license-strict', 'INFO_LICENSE_MISSING', 'INFO_LICENSE_URL_MISSING'),
      rule('operation-operationId', 'OPERATION_ID_MISSING'),
      rule('security-defined', 'SECURITY_SCHEME_UNKNOWN', 'REFERENCE_BROKEN'),
      rule('security-scopes-defined', 'SECURITY_SCOPE_UNDECLARED'),
      rule('channels-kebab-case', 'CHANNEL_ADDRESS_GRAMMAR'),
      rule('no-channel-trailing-slash', 'CHANNEL_ADDRESS_TRAILING_SLASH'),
      rule('tag-description', 'TAG_DESCRIPTION_MISSING'),
      rule('tags-alphabetical', 'TAG_ORDER'),
      rule('no-duplicated-tag-names', 'TAG_NAME_DUPLICATE'),
      rule('no-duplicated-enum-values', 'SCHEMA_ENUM_DUPLICATE'),
      rule('no-enum-type-mismatch', 'SCHEMA_ENUM_TYPE'),
      rule('no-mixed-number-range-constraints', 'SCHEMA_RANGE_MIXED', 'SCHEMA_RANGE_EMPTY'),
      rule('no-required-schema-properties-undefined', 'SCHEMA_REQUIRED_UNDEFINED'),
      rule('no-schema-type-mismatch', 'SCHEMA_KEYWORD_FOREIGN'),
      rule('no-unsafe-markdown', 'DOCUMENT_MARKDOWN_UNSAFE'),
    ],
  },
  {
    tool: 'vacuum',
    source: 'daveshanley/vacuum, rulesets/asyncapi_rules.go, 2026-07-02; those that Spectral has too are left out',
    rules: [
      rule('asyncapi-operation-channel', 'OPERATION_CHANNEL_POINTER', 'REFERENCE_BROKEN'),
      rule('asyncapi-operation-messages', 'OPERATION_MESSAGE_POINTER', 'OPERATION_MESSAGE_FOREIGN', 'REFERENCE_BROKEN'),
      rule(
        'asyncapi-operation-reply',
        'OPERATION_REPLY_ADDRESS',
        'OPERATION_CHANNEL_POINTER',
        'OPERATION_MESSAGE_FOREIGN',
      ),
      rule('asyncapi-unused-components', 'COMPONENT_UNUSED'),
      rule('asyncapi-content-type', 'DOCUMENT_CONTENT_TYPE_MISSING'),
    ],
  },
];
