import './score-badge.css';

/** How much of what a good document says this one says: a number out of 100, and a bar of that length. */
export function ScoreBadge({ points }: { points: number }) {
  return (
    <span className={`score score-${bandOf(points)}`} title={`${points} of 100 points`}>
      <meter className="score-bar" min={0} max={100} value={points} aria-hidden="true" />
      <span className="number">{points}</span>
      <span className="unseen"> of 100 points</span>
    </span>
  );
}

/** Colour repeats the number; it never stands alone. */
export function bandOf(points: number): 'high' | 'middle' | 'low' {
  if (points >= 80) return 'high';
  return points >= 50 ? 'middle' : 'low';
}
