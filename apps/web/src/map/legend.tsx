interface Props {
  /** Names of the groups with their colour variables; the unnamed group comes last. */
  groups: readonly { readonly name: string; readonly colour: string }[];
  grouping: string;
}

/** What shapes and colours of the map mean. */
export function Legend({ groups, grouping }: Props) {
  return (
    <div className="legend card">
      <ul>
        <li>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <circle cx="6" cy="6" r="5" />
          </svg>
          Service
        </li>
        <li>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" />
          </svg>
          Channel
        </li>
        <li>
          <span className="legend-line legend-send" aria-hidden="true" />
          sends
        </li>
        <li>
          <span className="legend-line legend-receive" aria-hidden="true" />
          receives
        </li>
        <li>
          <span className="legend-line legend-uncertain" aria-hidden="true" />
          uncertain
        </li>
      </ul>
      {groups.length > 1 ? (
        <ul aria-label={`Colours by ${grouping}`}>
          {groups.map(group => (
            <li key={group.name}>
              <span className="legend-dot" style={{ background: `var(${group.colour})` }} aria-hidden="true" />
              {group.name === '' ? `No ${grouping}` : group.name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
