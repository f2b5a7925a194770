import type { ChangeRule } from '../kind.ts';
import bindingChanged from './binding/changed.ts';
import channelAdded from './channel/added.ts';
import channelAddressChanged from './channel/address-changed.ts';
import channelParameterChanged from './channel/parameter-changed.ts';
import channelRemoved from './channel/removed.ts';
import channelRenamed from './channel/renamed.ts';
import channelServersChanged from './channel/servers-changed.ts';
import documentAdded from './document/added.ts';
import documentDamaged from './document/damaged.ts';
import documentDefaultContentTypeChanged from './document/default-content-type-changed.ts';
import documentIdChanged from './document/id-changed.ts';
import documentInfoChanged from './document/info-changed.ts';
import documentRemoved from './document/removed.ts';
import documentVersionChanged from './document/version-changed.ts';
import messageAdded from './message/added.ts';
import messageContentTypeChanged from './message/content-type-changed.ts';
import messageCorrelationChanged from './message/correlation-changed.ts';
import messageDeprecated from './message/deprecated.ts';
import messageExamplesChanged from './message/examples-changed.ts';
import messageRemoved from './message/removed.ts';
import messageRenamed from './message/renamed.ts';
import messageSchemaStated from './message/schema-stated.ts';
import messageSchemaWithdrawn from './message/schema-withdrawn.ts';
import operationAdded from './operation/added.ts';
import operationMessagesChanged from './operation/messages-changed.ts';
import operationMoved from './operation/moved.ts';
import operationRemoved from './operation/removed.ts';
import operationRenamed from './operation/renamed.ts';
import operationReplyChanged from './operation/reply-changed.ts';
import schemaChanged from './schema/changed.ts';
import schemaRenamed from './schema/renamed.ts';
import schemaWordsChanged from './schema/words-changed.ts';
import serverAdded from './server/added.ts';
import serverMoved from './server/moved.ts';
import serverProtocolVersionChanged from './server/protocol-version-changed.ts';
import serverRemoved from './server/removed.ts';
import serverRenamed from './server/renamed.ts';
import serverSecurityChanged from './server/security-changed.ts';
import serverSecuritySchemeChanged from './server/security-scheme-changed.ts';
import serverVariableChanged from './server/variable-changed.ts';
import textDeprecationChanged from './text/deprecation-changed.ts';
import textExtensionChanged from './text/extension-changed.ts';
import textTextChanged from './text/text-changed.ts';

/** Every kind of change, by noun and name. */
export const changeRules: readonly ChangeRule[] = [
  bindingChanged,
  channelAdded,
  channelAddressChanged,
  channelParameterChanged,
  channelRemoved,
  channelRenamed,
  channelServersChanged,
  documentAdded,
  documentDamaged,
  documentDefaultContentTypeChanged,
  documentIdChanged,
  documentInfoChanged,
  documentRemoved,
  documentVersionChanged,
  messageAdded,
  messageContentTypeChanged,
  messageCorrelationChanged,
  messageDeprecated,
  messageExamplesChanged,
  messageRemoved,
  messageRenamed,
  messageSchemaStated,
  messageSchemaWithdrawn,
  operationAdded,
  operationMessagesChanged,
  operationMoved,
  operationRemoved,
  operationRenamed,
  operationReplyChanged,
  schemaChanged,
  schemaRenamed,
  schemaWordsChanged,
  serverAdded,
  serverMoved,
  serverProtocolVersionChanged,
  serverRemoved,
  serverRenamed,
  serverSecurityChanged,
  serverSecuritySchemeChanged,
  serverVariableChanged,
  textDeprecationChanged,
  textExtensionChanged,
  textTextChanged,
];
