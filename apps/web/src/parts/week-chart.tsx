import { count } from '../words/count.ts';
import './week-chart.css';

/** One part of a bar: its tone repeats what its name says. */
export interface WeekPart {
  readonly name: string;
  readonly tone: 'error' | 'warning' | 'good' | 'plain';
  readonly count: number;
}

interface Props {
  /** What is counted: `Revisions`. */
  title: string;
  weeks: readonly { readonly start: string; readonly parts: readonly WeekPart[] }[];
}

const WIDTH = 100;
const HEIGHT = 30;

/** Bars by week, with the table that they are drawn from below for whoever wants numbers. */
export function WeekChart({ title, weeks }: Props) {
  const totals = weeks.map(({ parts }) => parts.reduce((sum, part) => sum + part.count, 0));
  const most = Math.max(1, ...totals);
  const names = weeks[0]?.parts ?? [];
  const step = WIDTH / Math.max(1, weeks.length);
  const all = totals.reduce((sum, total) => sum + total, 0);
  return (
    <figure className="weeks">
      <figcaption>
        <span className="strong">{title}</span>{' '}
        <span className="faint">
          {all} in {count(weeks.length, 'week')}, at most {Math.max(0, ...totals)} in one
        </span>
      </figcaption>
      <svg
        className="weeks-bars"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {weeks.map(({ start, parts }, week) => {
          let top = HEIGHT;
          return parts.map(({ name, tone, count: amount }) => {
            const height = (amount / most) * HEIGHT;
            top -= height;
            return (
              <rect
                key={`${start} ${name}`}
                className={`weeks-${tone}`}
                x={week * step + step * 0.1}
                y={top}
                width={step * 0.8}
                height={height}
              />
            );
          });
        })}
      </svg>
      <p className="weeks-ends faint">
        <span>{weeks[0]?.start}</span>
        <span>{weeks.at(-1)?.start}</span>
      </p>
      <ul className="weeks-legend" aria-hidden="true">
        {names.map(({ name, tone }) => (
          <li key={name}>
            <span className={`weeks-swatch weeks-${tone}`} />
            {name}
          </li>
        ))}
      </ul>
      <details>
        <summary>{title} as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className="weeks-table" tabIndex={0} aria-label={`${title} by week`}>
          <table className="table">
            <caption className="unseen">{title} by week</caption>
            <thead>
              <tr>
                <th scope="col">Week of</th>
                {names.map(({ name }) => (
                  <th key={name} scope="col" className="cell-number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ start, parts }) => (
                <tr key={start}>
                  <th scope="row">{start}</th>
                  {parts.map(part => (
                    <td key={part.name} className="cell-number number">
                      {part.count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
