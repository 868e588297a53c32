/** Points and lengths are parts of the icon's side, from its upper left corner. */
type Point = readonly [x: number, y: number]

/** A thread that was taken once around itself, with a knot at each end; cubic Béziers, each from where the last ended. */
export type Mark = {
  readonly start: Point
  readonly curves: readonly (readonly [Point, Point, Point])[]
  /** Half the width of the thread. */
  readonly half: number
  readonly knot: number
}

const large: Mark = {
  start: [0.2, 0.78],
  curves: [
    [
      [0.26, 0.58],
      [0.37, 0.38],
      [0.5, 0.38],
    ],
    [
      [0.63, 0.38],
      [0.58, 0.68],
      [0.45, 0.68],
    ],
    [
      [0.34, 0.68],
      [0.36, 0.48],
      [0.52, 0.4],
    ],
    [
      [0.64, 0.34],
      [0.74, 0.34],
      [0.8, 0.22],
    ],
  ],
  half: 0.037,
  knot: 0.062,
}

/** Of few pixels, the thread fills the icon and the loop is wide: at 16 its hole is still open. */
const small: Mark = {
  start: [0.15, 0.85],
  curves: [
    [
      [0.2, 0.62],
      [0.3, 0.33],
      [0.52, 0.33],
    ],
    [
      [0.74, 0.33],
      [0.7, 0.76],
      [0.5, 0.76],
    ],
    [
      [0.3, 0.76],
      [0.34, 0.46],
      [0.52, 0.38],
    ],
    [
      [0.66, 0.32],
      [0.78, 0.3],
      [0.85, 0.15],
    ],
  ],
  half: 0.046,
  knot: 0.09,
}

/** The mark for an icon of so many pixels. */
export const markFor = (size: number): Mark => (size <= 40 ? small : large)

const steps = 16

/** The thread as a chain of short straight pieces. */
export const chainOf = ({ start, curves }: Mark): Point[] => {
  const chain: Point[] = [start]
  for (const [first, second, end] of curves) {
    const from = chain.at(-1)!
    for (let step = 1; step <= steps; step++) {
      const at = step / steps
      const back = 1 - at
      const along = (axis: 0 | 1) =>
        back ** 3 * from[axis] +
        3 * back ** 2 * at * first[axis] +
        3 * back * at ** 2 * second[axis] +
        at ** 3 * end[axis]
      chain.push([along(0), along(1)])
    }
  }
  return chain
}
