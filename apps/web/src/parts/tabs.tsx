import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import './tabs.css';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly panel: () => ReactNode;
}

interface Props {
  /** What the tabs are alternatives of. */
  label: string;
  tabs: readonly Tab[];
  /** Smaller, for tabs inside something. */
  small?: boolean;
}

/** Alternatives of which one is shown. Arrow keys choose, as in every row of tabs. */
export function Tabs({ label, tabs, small = false }: Props) {
  const [chosen, setChosen] = useState<string>();
  const base = useId();
  const current = tabs.find(tab => tab.id === chosen) ?? tabs[0];
  if (!current) return null;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];
    if (!next) return;
    setChosen(next.id);
    document.getElementById(`${base}-tab-${tabs.indexOf(next)}`)?.focus();
  };
  return (
    <div className={small ? 'tabs tabs-small' : 'tabs'}>
      <div role="tablist" aria-label={label} className="tab-list" onKeyDown={walk}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${index}`}
            aria-selected={tab === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab === current ? 0 : -1}
            className="tab"
            onClick={() => setChosen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-tab-${tabs.indexOf(current)}`}>
        {current.panel()}
      </div>
    </div>
  );
}
