import { describe, expect, test } from 'vitest'
import { readForm } from '../../src/documents/form/formFile.ts'
import { propose } from '../../src/documents/form/propose.ts'
import { brackenshaw } from './forms/brackenshaw.ts'
import { brackenshawKey } from './forms/brackenshawKey.ts'
import { eastmarch } from './forms/eastmarch.ts'
import { eastmarchKey } from './forms/eastmarchKey.ts'
import { fenwick, fenwickKey } from './forms/fenwick.ts'
import { loxley } from './forms/loxley.ts'
import { loxleyKey } from './forms/loxleyKey.ts'
import { quillmere } from './forms/quillmere.ts'
import { quillmereKey } from './forms/quillmereKey.ts'
import { figuresOf, verdicts } from './forms/score.ts'
import { thornwood, thornwoodKey } from './forms/thornwood.ts'

// `first` is what was measured before anything was changed for these forms (docs/authority-forms.md), and the least
// that counts. `since` holds most of what was won by mending what they showed, and leaves a little room for new words.
describe.each([
  [
    'Eastmarch',
    eastmarch,
    eastmarchKey,
    { found: 118, strays: 25, right: 69, wrong: 15, open: 7 },
    { right: 130, wrong: 1 },
  ],
  [
    'Loxley',
    loxley,
    loxleyKey,
    { found: 119, strays: 0, right: 39, wrong: 3, open: 25 },
    { right: 88, wrong: 1 },
  ],
  [
    'Fenwick',
    fenwick,
    fenwickKey,
    { found: 57, strays: 0, right: 33, wrong: 3, open: 3 },
    { right: 50, wrong: 1 },
  ],
  [
    'Quillmere',
    quillmere,
    quillmereKey,
    { found: 101, strays: 29, right: 28, wrong: 53, open: 7 },
    { right: 128, wrong: 0 },
  ],
  [
    'Brackenshaw',
    brackenshaw,
    brackenshawKey,
    { found: 102, strays: 11, right: 15, wrong: 18, open: 5 },
    { right: 109, wrong: 0 },
  ],
  [
    'Thornwood',
    thornwood,
    thornwoodKey,
    { found: 78, strays: 0, right: 57, wrong: 0, open: 7 },
    { right: 57, wrong: 0 },
  ],
] as const)('%s', (_, file, key, first, since) => {
  const { form } = readForm(file())
  const figures = figuresOf(verdicts(form, propose(form), key))

  test('has at least as many places found, and as few that are none', () => {
    expect(figures.found).toBeGreaterThanOrEqual(first.found)
    expect(figures.strays).toBeLessThanOrEqual(first.strays)
  })

  test('has at least as many facts placed rightly, and as few wrongly', () => {
    expect(figures.right).toBeGreaterThanOrEqual(first.right)
    expect(figures.wrong).toBeLessThanOrEqual(first.wrong)
  })

  test('keeps what mending won', () => {
    expect(figures.right).toBeGreaterThanOrEqual(since.right)
    expect(figures.wrong).toBeLessThanOrEqual(since.wrong)
  })

  test('leaves what no record answers to people', () => {
    expect(figures.rightlyOpen).toBeGreaterThanOrEqual(first.open)
  })
})
