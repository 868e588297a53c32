import type { questionSymbols } from '../domain/records/question.ts'

/** One line of a drawing in a square of 48 by 48: `M x y`, `L x y`, `C x y x y x y` and `Z`, all absolute. */
export type DrawnLine = { readonly path: string; readonly filled?: true }
/** A simple picture in black lines, the same on the screen, on paper and in Word. `alt`: what is read aloud. */
export type Drawing = { readonly alt: string; readonly lines: readonly DrawnLine[] }

export const drawingSize = 48

/** What a curve needs to be a quarter of a circle. */
const quarter = 0.5523
const circle = (x: number, y: number, r: number): string => {
  const k = Math.round(r * quarter * 100) / 100
  return (
    `M ${x - r} ${y} C ${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r}` +
    ` C ${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} C ${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r}` +
    ` C ${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} Z`
  )
}
const drawing = (alt: string, ...paths: readonly (string | DrawnLine)[]): Drawing => ({
  alt,
  lines: paths.map((path) => (typeof path === 'string' ? { path } : path)),
})
const dot = (x: number, y: number, r: number): DrawnLine => ({ path: circle(x, y, r), filled: true })
const face = (alt: string, mouth: string) =>
  drawing(alt, circle(24, 24, 20), dot(17, 19, 2.5), dot(31, 19, 2.5), mouth)

const happy = face('A happy face', 'M 14 28 C 17 36 31 36 34 28')
const sad = face('A sad face', 'M 15 35 C 18 28 30 28 33 35')
const middling = face('A face in between', 'M 16 32 L 32 32')

/** The three faces to choose from, from good to bad. */
export const faces: readonly Drawing[] = [happy, middling, sad]

/** The pictures that may stand beside a question. */
export const questionDrawings: Readonly<Record<keyof typeof questionSymbols, Drawing>> = {
  happy,
  sad,
  like: drawing(
    'Thumb up',
    'M 6 22 L 14 22 L 14 42 L 6 42 Z',
    'M 14 24 L 22 8 C 23 5 29 6 28 11 L 26 19 L 38 19 C 42 19 43 22 42 25 L 38 39 C 37 41 36 42 34 42 L 14 42',
  ),
  hard: drawing(
    'Thumb down',
    'M 6 26 L 14 26 L 14 6 L 6 6 Z',
    'M 14 24 L 22 40 C 23 43 29 42 28 37 L 26 29 L 38 29 C 42 29 43 26 42 23 L 38 9 C 37 7 36 6 34 6 L 14 6',
  ),
  friends: drawing(
    'Two people',
    circle(17, 14, 7),
    'M 4 42 L 4 37 C 4 29 9 26 17 26 C 25 26 30 29 30 37 L 30 42 Z',
    circle(34, 16, 6),
    'M 34 26 C 41 26 45 29 45 36 L 45 42 L 36 42',
  ),
  home: drawing(
    'A house',
    'M 5 24 L 24 6 L 43 24',
    'M 10 20 L 10 42 L 38 42 L 38 20',
    'M 20 42 L 20 30 L 28 30 L 28 42',
  ),
  school: drawing(
    'A school',
    'M 6 43 L 6 26 L 24 16 L 42 26 L 42 43 Z',
    'M 24 16 L 24 4 L 33 7.5 L 24 11',
    'M 20 43 L 20 33 L 28 33 L 28 43',
    'M 11 29 L 16 29 L 16 34 L 11 34 Z',
    'M 32 29 L 37 29 L 37 34 L 32 34 Z',
  ),
  learn: drawing(
    'A book',
    'M 24 12 C 19 8 11 8 5 10 L 5 38 C 11 36 19 36 24 40 C 29 36 37 36 43 38 L 43 10 C 37 8 29 8 24 12 Z',
    'M 24 12 L 24 40',
  ),
  play: drawing(
    'A ball',
    circle(24, 24, 20),
    'M 24 16 L 32 22 L 29 31 L 19 31 L 16 22 Z',
    'M 24 16 L 24 4',
    'M 32 22 L 43 18',
    'M 29 31 L 36 40',
    'M 19 31 L 12 40',
    'M 16 22 L 5 18',
  ),
  talk: drawing(
    'Talking',
    'M 8 7 L 40 7 C 42 7 44 9 44 11 L 44 30 C 44 32 42 34 40 34 L 22 34 L 12 43 L 12 34 L 8 34 C 6 34 4 32 4 30 L 4 11 C 4 9 6 7 8 7 Z',
    'M 12 16 L 36 16',
    'M 12 25 L 28 25',
  ),
  help: drawing(
    'A hand up',
    'M 16 44 L 16 33 L 8 25 C 5 22 9 17 12 20 L 16 24 L 16 11 C 16 7 21 7 21 11 L 21 22 L 21 7 C 21 3 26 3 26 7 L 26 22 L 26 9 C 26 5 31 5 31 9 L 31 23 L 31 13 C 31 9 36 9 36 13 L 36 32 C 36 36 35 38 33 40 L 33 44 Z',
  ),
  loud: drawing(
    'A loud noise',
    'M 6 18 L 14 18 L 25 8 L 25 40 L 14 30 L 6 30 Z',
    'M 31 18 C 34 21 34 27 31 30',
    'M 36 12 C 43 19 43 29 36 36',
  ),
  change: drawing(
    'Two arrows in a circle',
    'M 8 22 C 9 12 17 6 26 7 C 33 8 38 12 40 18',
    'M 42 8 L 40 19 L 30 16',
    'M 40 26 C 39 36 31 42 22 41 C 15 40 10 36 8 30',
    'M 6 40 L 8 29 L 18 32',
  ),
  star: drawing(
    'A star',
    'M 24 4 L 29.9 17.9 L 44.9 19.2 L 33.5 29.1 L 36.9 43.8 L 24 36 L 11.1 43.8 L 14.5 29.1 L 3.1 19.2 L 18.1 17.9 Z',
  ),
  future: drawing(
    'A rocket',
    'M 24 3 C 31 9 33 17 33 25 L 33 34 L 15 34 L 15 25 C 15 17 17 9 24 3 Z',
    circle(24, 20, 4),
    'M 15 26 L 8 33 L 8 40 L 15 36',
    'M 33 26 L 40 33 L 40 40 L 33 36',
    'M 20 34 L 24 45 L 28 34',
  ),
}
