import { compareText, type FindingKind } from '@portolan/base';
import * as cloudevents from './cloudevents/findings.ts';
import * as demands from './demands/findings.ts';
import * as grammar from './grammar/findings.ts';
import * as openapi from './openapi/findings.ts';
import * as references from './resolve/findings.ts';
import * as sources from './source/findings.ts';
import * as damage from './source/salvage/damage.ts';
import { DOCUMENT_NOT_ASYNCAPI, DOCUMENT_VERSION_NEWER, DOCUMENT_VERSION_UNSUPPORTED } from './version.ts';

/** Every kind of finding that reading can make, for the generated reference and its test. */
export const findingKinds: readonly FindingKind[] = [
  ...Object.values(sources),
  ...Object.values(damage),
  DOCUMENT_NOT_ASYNCAPI,
  DOCUMENT_VERSION_NEWER,
  DOCUMENT_VERSION_UNSUPPORTED,
  ...Object.values(references),
  ...Object.values(grammar),
  ...Object.values(demands),
  ...Object.values(openapi),
  ...Object.values(cloudevents),
].sort((a, b) => compareText(a.code, b.code));
