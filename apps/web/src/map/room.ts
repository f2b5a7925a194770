/** Room for names on the map: what is taken by one is not given to another. */
export interface Room {
  /** Nothing is taken any more: the map is about to be drawn anew. */
  clear(): void;
  /** Takes a rectangle if nothing of it is taken yet, and answers whether it did. */
  takes(left: number, top: number, width: number, height: number): boolean;
}

/** Side in pixels of the squares by which neighbours are looked up. */
const SQUARE = 64;

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

export function createRoom(): Room {
  const taken = new Map<string, Rectangle[]>();
  return {
    clear: () => taken.clear(),
    takes(left, top, width, height) {
      const wanted: Rectangle = [left, top, left + width, top + height];
      const squares = squaresOf(wanted);
      if (squares.some(square => taken.get(square)?.some(other => overlap(wanted, other)))) return false;
      for (const square of squares) {
        const here = taken.get(square);
        if (here) here.push(wanted);
        else taken.set(square, [wanted]);
      }
      return true;
    },
  };
}

function squaresOf([left, top, right, bottom]: Rectangle): string[] {
  const squares: string[] = [];
  for (let x = Math.floor(left / SQUARE); x <= right / SQUARE; x++) {
    for (let y = Math.floor(top / SQUARE); y <= bottom / SQUARE; y++) squares.push(`${x} ${y}`);
  }
  return squares;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
