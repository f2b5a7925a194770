import type { CoverView } from '@portolan/server/port';
import { Names } from './names.tsx';
import { Fact } from './page-head.tsx';
import { ThingLink } from './thing-link.tsx';

/** As many as fit beside other facts. */
const SHOWN = 8;

const HEADS: Readonly<Record<CoverView['way'], string>> = { 'takes-in': 'Takes in', 'taken-in-by': 'Taken in by' };

/** The channels that a pattern joins with this one: facts for the head of its page. */
export function CoverFacts({ covers }: { covers: readonly CoverView[] }) {
  return (Object.keys(HEADS) as CoverView['way'][]).map(way => {
    const those = covers.filter(cover => cover.way === way);
    if (those.length === 0) return null;
    return (
      <Fact key={way} name={HEADS[way]}>
        <Names of={those.slice(0, SHOWN)} keyOf={({ channel }) => channel}>
          {({ channel, name, confidence }) => (
            <>
              <ThingLink kind="channel" id={channel} className="quiet-link mono">
                {name}
              </ThingLink>
              {confidence === 'uncertain' ? <span className="faint"> (perhaps)</span> : null}
            </>
          )}
        </Names>
        {those.length > SHOWN ? <span className="faint"> and {those.length - SHOWN} more</span> : null}
      </Fact>
    );
  });
}
