import { blank } from '../record.ts'
import { Provision } from '../records/provision.ts'
import type { LibraryEntry } from './libraryEntries.ts'

const fieldsIn = (from: object): Partial<Provision> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => Object.hasOwn(Provision.fields, name)))

/** A provision of the school's own, begun from the library: on offer, for the school to change. */
export const fromLibrary = (entry: LibraryEntry): Provision =>
  blank(Provision, { ...fieldsIn(entry), offered: true })

/** A new version of a provision, which takes the place of the one before. */
export const newVersionOf = (old: Provision & { readonly key: string }, name: string): Provision =>
  blank(Provision, {
    ...Object.fromEntries(
      Object.keys(Provision.fields).map((field) => [field, old[field as keyof Provision]]),
    ),
    name,
    offered: true,
    replaces: old.key,
  })

/** `Phonics catch-up (2)`, `(3)`: a name that no other provision has. */
export const nextName = (name: string, taken: readonly string[]): string => {
  const stem = name.replace(/ \(\d+\)$/, '')
  for (let number = 2; ; number += 1) {
    const tried = `${stem.slice(0, 112)} (${number})`
    if (!taken.includes(tried)) return tried
  }
}

const words = (text: string | null): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)

/**
 * Who of the staff wrote among what they are trained in something that names this provision: all the words of its
 * name. What staff wrote there is free, so this helps to find them and proves nothing.
 */
export const trainedIn = <S extends { readonly name: string; readonly trained: string | null }>(
  provision: Pick<Provision, 'name'>,
  staff: readonly S[],
): S[] => {
  const wanted = words(provision.name.replace(/ \(\d+\)$/, ''))
  return staff.filter(({ trained }) =>
    (trained ?? '').split(/\n/).some((line) => {
      const said = words(line)
      return wanted.length > 0 && said.length > 0 && wanted.every((word) => said.includes(word))
    }),
  )
}
