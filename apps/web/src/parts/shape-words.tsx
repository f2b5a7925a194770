import { constraintsInWords, eachOf, show } from '@portolan/generate/words';
import type { Shape } from '@portolan/schema';

/** Values of an enumeration that are shown before the rest is folded away. */
const MOST_VALUES = 24;

/** Kinds that people know by the name of their definition rather than by their type. */
const NAMED: ReadonlySet<Shape['kind']> = new Set(['object', 'union', 'list', 'map']);

/**
 * The type of a shape with the marks that belong to it.
 * `of` is the name of the field that has it: a definition of the same name adds nothing.
 */
export function Typed({ shape, of }: { shape: Shape; of?: string }) {
  const name = shape.name?.toLowerCase() === of?.toLowerCase() ? undefined : shape.name;
  const main = name !== undefined && NAMED.has(shape.kind) ? name : shape.type;
  return (
    <span className="schema-type">
      <span className="mono">{main}</span>
      {name !== undefined && name !== main ? <span className="mono faint">{name}</span> : null}
      {shape.format ? <span className="schema-mark">{shape.format}</span> : null}
      {shape.nullable ? <span className="schema-mark">or null</span> : null}
      {shape.readOnly ? <span className="schema-mark">read only</span> : null}
      {shape.writeOnly ? <span className="schema-mark">write only</span> : null}
      {shape.deprecated ? <span className="schema-mark schema-mark-warning">deprecated</span> : null}
      {shape.recursive || eachOf(shape)?.recursive ? (
        <span className="schema-mark">contains itself, shown above</span>
      ) : null}
    </span>
  );
}

/** What limits the values: phrases, values of an enumeration, the default, examples, or why nothing is known. */
export function Limits({ shape }: { shape: Shape }) {
  const phrases = constraintsInWords(shape.constraints);
  const each = eachOf(shape);
  const eachPhrases = each ? constraintsInWords(each.constraints) : [];
  return (
    <>
      {shape.notChecked ? <p className="schema-opaque">Not shown: {shape.notChecked}.</p> : null}
      {phrases.length + eachPhrases.length > 0 ? (
        <ul className="schema-limits">
          {phrases.map(phrase => (
            <li key={phrase}>{phrase}</li>
          ))}
          {eachPhrases.map(phrase => (
            <li key={`each ${phrase}`}>each {phrase}</li>
          ))}
        </ul>
      ) : null}
      {shape.const === undefined ? null : <Values label="Always" values={[shape.const]} />}
      {shape.enum ? <Values label="One of" values={shape.enum} /> : null}
      {each?.enum ? <Values label="Each one of" values={each.enum} /> : null}
      {shape.default === undefined ? null : <Values label="Default" values={[shape.default]} />}
      {shape.examples?.length ? <Values label="For example" values={shape.examples.slice(0, 3)} /> : null}
    </>
  );
}

function Values({ label, values }: { label: string; values: readonly unknown[] }) {
  const shown = values.slice(0, MOST_VALUES);
  return (
    <p className="schema-values">
      <span className="faint">{label}</span>
      {shown.map(value => (
        <code key={JSON.stringify(value)} className="chip">
          {value === '' ? '""' : typeof value === 'number' ? String(value) : show(value)}
        </code>
      ))}
      {values.length > shown.length ? <span className="faint">and {values.length - shown.length} more</span> : null}
    </p>
  );
}
