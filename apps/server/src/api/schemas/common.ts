import { digest, integer, list, object, ref, string, words } from '../json-schema.ts';

/** What everything else is made of. */
export const commonSchemas = {
  Problem: object(
    { type: string, title: string, status: integer, detail: string, code: string, help: string },
    { instance: string },
  ),
  FindingCounts: object({ error: integer, warning: integer, info: integer }),
  Severity: words('error', 'warning', 'info'),
  Action: words('send', 'receive'),
  Confidence: words('stated', 'supported', 'uncertain'),
  Origin: object({ source: string, pointer: string }, { part: words('key'), inside: ref('Range') }),
  Position: object({ line: integer, column: integer }),
  Range: object({ start: ref('Position'), end: ref('Position') }),
  Related: object({ message: string, origin: ref('Origin') }, { range: ref('Range') }),
  FixStep: object(
    { do: words('replace', 'rename', 'remove', 'insert', 'append'), origin: ref('Origin') },
    { key: string, value: {} },
  ),
  Fix: object({ says: string, steps: list(ref('FixStep')) }),
  Finding: object(
    { code: string, severity: ref('Severity'), message: string, help: string, origin: ref('Origin') },
    { range: ref('Range'), related: list(ref('Related')), fix: ref('Fix') },
  ),
  FindingView: object(
    {
      code: string,
      severity: ref('Severity'),
      message: string,
      help: string,
      origin: ref('Origin'),
      document: string,
      title: string,
    },
    { range: ref('Range'), related: list(ref('Related')), fix: ref('Fix') },
  ),
  ChartEvent: object({ digest, sequence: integer, documents: list(string) }),
};
