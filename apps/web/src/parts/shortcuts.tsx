const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Search from anywhere'],
  [['Ctrl', 'K'], 'The same (⌘ K on a Mac)'],
  [['↑', '↓'], 'Walk through results and lists'],
  [['Enter'], 'Go to what is chosen'],
  [['+', '−'], 'Zoom the map'],
  [['0'], 'See the whole map'],
  [['Esc'], 'Close what is open'],
  [['?'], 'These keys'],
];

/** The keys that work on every page. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <div className="shortcuts">
      <h2>Keys</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
