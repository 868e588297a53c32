import { draw, type Picture } from './draw.ts'

/** Every size in which Office shows a button on its ribbon, and that of the list of add-ins (64, 128). */
export const ribbonSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const

/** Every icon that the packages and the pages hold, by its file. */
export const allIcons = (): [file: string, picture: Picture][] => [
  ['manifest/color.png', draw(192, 'square')],
  ['manifest/color32x32.png', draw(32, 'tile')],
  ['manifest/outline.png', draw(32, 'clear')],
  ...[...ribbonSizes, 128].map((size): [string, Picture] => [
    `src/public/icons/${size}.png`,
    draw(size, 'tile'),
  ]),
]
