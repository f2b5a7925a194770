import { type IconName, ROSE, STROKES } from '@portolan/generate/icons';

export type { IconName };

/** A small drawing beside a word. It says nothing by itself: screen readers skip it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={STROKES[name]} />
    </svg>
  );
}

/** The compass rose of Portolan. */
export function Rose({ size = 24 }: { size?: number }) {
  return (
    <svg className="rose" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="15" />
      <path className="rose-star" d={ROSE.star} />
      <path className="rose-half" d={ROSE.half} />
    </svg>
  );
}
