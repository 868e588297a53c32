import fc from 'fast-check'
import { type Spoil, spoils } from './spoils.ts'

export const people = ['senco', 'head', 'teacher', 'ta', 'governor', 'it'] as const
export type Person = (typeof people)[number]

/** What somebody does to the list in SharePoint itself, or to who may see it. */
const meddlings = ['edit', 'edit', 'add', 'drop', 'spoil', 'mend', 'shut', 'open', 'ownRows', 'retype', 'rename'] as const // prettier-ignore
export type Meddling = (typeof meddlings)[number]
/** What changes about the machines: clocks, tokens, pages. */
const weathers = ['clock', 'challenge', 'expire', 'thin', 'duplicateStatus', 'reopen'] as const

const calls = [
  ...([
    'create',
    'create',
    'create',
    'createMany',
    'update',
    'update',
    'update',
    'update',
    'updateMany',
  ] as const),
  ...([
    'archive',
    'restore',
    'shelveMany',
    'dispose',
    'all',
    'all',
    'allWithArchived',
    'about',
    'byKey',
  ] as const),
  ...([
    'history',
    'changes',
    'changes',
    'changes',
    'readsAll',
    'meddle',
    'meddle',
    'meddle',
    'weather',
  ] as const),
]

/** Half of all commands go undisturbed, so that there is something to disturb. */
const anySpoils = fc.oneof(
  { weight: 4, arbitrary: fc.constant<(Spoil | null)[]>([]) },
  {
    weight: 5,
    arbitrary: fc.array(fc.option(fc.constantFrom(...spoils), { nil: null, freq: 2 }), { maxLength: 6 }),
  },
)
const anyMeddling = fc.record({
  how: fc.constantFrom<Meddling>(...meddlings),
  which: fc.nat(11),
  value: fc.nat(5),
})

const anyCommand = fc.record({
  does: fc.constantFrom(...calls),
  who: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Person>('senco', 'it') },
    { weight: 2, arbitrary: fc.constantFrom<Person>('head', 'teacher', 'ta', 'governor') },
  ),
  // Few lists at a time, so that what happens meets what happened; a large review is slow.
  where: fc.constantFrom(0, 0, 0, 1, 2, 2, 3, 3, 4, 5, 6, 7),
  which: fc.nat(30),
  values: fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('first', 'second', 'both')),
  faults: anySpoils,
  /** Somebody acts between this command's requests. */
  between: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), anyMeddling) },
  ),
  meddling: anyMeddling,
  weather: fc.constantFrom(...weathers),
})
export type Command = typeof anyCommand extends fc.Arbitrary<infer C> ? C : never
export const anyCommands = (most: number) =>
  fc.array(anyCommand, { minLength: 1, maxLength: most, size: 'max' })
