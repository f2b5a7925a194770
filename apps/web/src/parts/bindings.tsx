import { bindingRows } from '@portolan/generate/words';
import { Badge } from './badge.tsx';
import './bindings.css';

/** Bindings as tables, one for each protocol. */
export function Bindings({ bindings }: { bindings: Readonly<Record<string, unknown>> }) {
  return (
    <div className="bindings">
      {Object.entries(bindings).map(([protocol, binding]) => (
        <table key={protocol} className="pairs">
          <caption>
            <Badge>
              <span className="mono">{protocol}</span>
            </Badge>
          </caption>
          <tbody>
            {bindingRows(binding).map(row => (
              <tr key={row.path}>
                <th scope="row" className="mono">
                  {row.path}
                </th>
                <td>
                  <span className="mono break">{row.value}</span>
                  {row.hint ? <span className="faint"> {row.hint}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
