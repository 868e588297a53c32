import { chainOf, markFor } from './mark.ts'

type Colour = readonly [red: number, green: number, blue: number]
/** Rows of red, green, blue and alpha, a byte each. */
export type Picture = { readonly size: number; readonly pixels: Uint8Array }
/** What lies under the thread: a tile with round corners, one that fills the square, or nothing. */
export type Ground = 'tile' | 'square' | 'clear'

const navy: Colour = [0x1f, 0x3a, 0x5f]
const gold: Colour = [0xf2, 0xc1, 0x4e]
const white: Colour = [0xff, 0xff, 0xff]
const corner = 0.19
/** Each pixel is looked at in so many places, across and down. */
const looks = 8

const inTile = (x: number, y: number): boolean => {
  const past = (at: number) => Math.max(corner - at, at - (1 - corner), 0)
  return Math.hypot(past(x), past(y)) <= corner
}

/** How far a place lies outside the thread and its knots; below nought within them. */
const threadOf = (size: number): ((x: number, y: number) => number) => {
  const mark = markFor(size)
  const chain = chainOf(mark)
  const ends = [chain[0]!, chain.at(-1)!]
  return (x, y) => {
    let least = Math.min(...ends.map(([endX, endY]) => Math.hypot(x - endX, y - endY) - mark.knot))
    for (let piece = 1; piece < chain.length; piece++) {
      const [fromX, fromY] = chain[piece - 1]!
      const [toX, toY] = chain[piece]!
      const [wide, high] = [toX - fromX, toY - fromY]
      const along = ((x - fromX) * wide + (y - fromY) * high) / (wide ** 2 + high ** 2)
      const at = Math.min(1, Math.max(0, along))
      least = Math.min(least, Math.hypot(x - fromX - at * wide, y - fromY - at * high) - mark.half)
    }
    return least
  }
}

/** The app's icon: the gold thread on navy, or white on nothing. */
export const draw = (size: number, ground: Ground): Picture => {
  const outside = threadOf(size)
  const onGround = ground === 'tile' ? inTile : () => ground === 'square'
  const ink = ground === 'clear' ? white : gold
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      // Half a pixel's diagonal from its middle: beyond that all of it is on one side.
      const middle = outside((column + 0.5) / size, (row + 0.5) / size)
      const near = Math.abs(middle) * size < 0.71
      let inks = 0
      let grounds = 0
      for (let look = 0; look < looks ** 2; look++) {
        const x = (column + ((look % looks) + 0.5) / looks) / size
        const y = (row + (Math.floor(look / looks) + 0.5) / looks) / size
        if ((near ? outside(x, y) : middle) <= 0) inks++
        else if (onGround(x, y)) grounds++
      }
      const seen = inks + grounds
      if (seen === 0) continue
      const at = (row * size + column) * 4
      for (const part of [0, 1, 2] as const)
        pixels[at + part] = Math.round((ink[part] * inks + navy[part] * grounds) / seen)
      pixels[at + 3] = Math.round((255 * seen) / looks ** 2)
    }
  return { size, pixels }
}
