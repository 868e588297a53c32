import { readForm } from '../src/documents/form/formFile.ts'
import { propose } from '../src/documents/form/propose.ts'
import { brackenshaw } from '../tests/documents/forms/brackenshaw.ts'
import { brackenshawKey } from '../tests/documents/forms/brackenshawKey.ts'
import { eastmarch } from '../tests/documents/forms/eastmarch.ts'
import { eastmarchKey } from '../tests/documents/forms/eastmarchKey.ts'
import { fenwick, fenwickKey } from '../tests/documents/forms/fenwick.ts'
import { loxley } from '../tests/documents/forms/loxley.ts'
import { loxleyKey } from '../tests/documents/forms/loxleyKey.ts'
import { quillmere } from '../tests/documents/forms/quillmere.ts'
import { quillmereKey } from '../tests/documents/forms/quillmereKey.ts'
import { thornwood, thornwoodKey } from '../tests/documents/forms/thornwood.ts'
import { figuresOf, verdicts } from '../tests/documents/forms/score.ts'
import { isMain } from './isMain.ts'
import type { Row } from './row.ts'

// How well the proposal for a form that it was not made on agrees with a key written beforehand:
// `npx tsx bench/formMapper.ts`, with `--all` for every place that isn't right; or `npm run bench -- formMapper`.

const all = [
  ['Eastmarch', eastmarch, eastmarchKey],
  ['Loxley', loxley, loxleyKey],
  ['Fenwick', fenwick, fenwickKey],
  ['Quillmere', quillmere, quillmereKey],
  ['Brackenshaw', brackenshaw, brackenshawKey],
  ['Thornwood', thornwood, thornwoodKey],
] as const

/** Shares of the places that the record answers, for each form; `told` gets each place that isn't right. */
export const run = async (_: unknown, told: (line: string) => void = () => {}): Promise<Row[]> =>
  all.flatMap(([name, file, key]) => {
    const { form } = readForm(file())
    const found = verdicts(form, propose(form), key)
    const figures = figuresOf(found)
    told(
      `${name}: ${figures.found} of ${figures.places} places found, ${figures.strays} found that aren't any. ` +
        `Of ${figures.answerable} that the record answers: ${figures.right} right, ${figures.leftOpen} left open, ${figures.missed} not found. ` +
        `Wrong facts put forward: ${figures.wrong}. Rightly left open: ${figures.rightlyOpen}.`,
    )
    for (const { label, result, wanted, got } of found)
      if (result !== 'right' && result !== 'rightlyOpen')
        told(`  ${result.padEnd(11)} ${label} | wanted ${wanted ?? '–'} | got ${got ?? '–'}`)
    const row = (what: string, figure: number, unit: string): Row => ({
      what: `Form of ${name}, not seen before: ${what}`,
      figure,
      unit,
      peer: null,
      ratio: null,
      limit: null,
      ok: true,
    })
    return [
      row('places proposed rightly', (100 * figures.right) / figures.answerable, '%'),
      row('wrong facts put forward', figures.wrong, 'facts'),
    ]
  })

if (isMain(import.meta.url))
  await run({}, (line) => {
    if (!line.startsWith(' ') || process.argv.includes('--all')) console.log(line)
  })
