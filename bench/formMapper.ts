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

// How well the proposal for a form that it was not made on agrees with a key written beforehand:
// `npx tsx bench/formMapper.ts`, with `--all` for every place that isn't right.

for (const [name, file, key] of [
  ['Eastmarch', eastmarch, eastmarchKey],
  ['Loxley', loxley, loxleyKey],
  ['Fenwick', fenwick, fenwickKey],
  ['Quillmere', quillmere, quillmereKey],
  ['Brackenshaw', brackenshaw, brackenshawKey],
  ['Thornwood', thornwood, thornwoodKey],
] as const) {
  const { form } = readForm(file())
  const all = verdicts(form, propose(form), key)
  const figures = figuresOf(all)
  const { places, found, strays, answerable, right, wrong, leftOpen, missed, rightlyOpen } = figures
  console.log(
    `${name}: ${found} of ${places} places found, ${strays} found that aren't any. ` +
      `Of ${answerable} that the record answers: ${right} right (${Math.round((100 * right) / answerable)}%), ` +
      `${leftOpen} left open, ${missed} not found. Wrong facts put forward: ${wrong}. Rightly left open: ${rightlyOpen}.`,
  )
  if (process.argv.includes('--all'))
    for (const { label, result, wanted, got } of all)
      if (result !== 'right' && result !== 'rightlyOpen')
        console.log(`  ${result.padEnd(11)} ${label} | wanted ${wanted ?? '–'} | got ${got ?? '–'}`)
}
