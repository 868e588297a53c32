import { calledName, fullName, type Pupil } from '../../domain/records/pupil.ts'
import { listName } from '../provisionMap/input.ts'

type Keyed<T> = T & { readonly key: string }

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The ways in which a sheet may name a pupil: as the map does, and as people write names. */
const namesOf = (pupil: Pupil): string[] =>
  [
    listName(pupil),
    fullName(pupil),
    `${calledName(pupil)} ${pupil.surname}`,
    `${pupil.forename} ${pupil.surname}`,
    `${pupil.surname} ${pupil.forename}`,
  ].map(fold)

/** Finds by name, whatever the capitals, accents and commas; several where a name is not one pupil's alone. */
export const pupilsByName = <P extends Keyed<Pupil>>(
  pupils: readonly P[],
): ((text: string) => readonly P[]) => {
  const known = new Map<string, P[]>()
  for (const pupil of pupils)
    for (const name of new Set(namesOf(pupil))) known.set(name, [...(known.get(name) ?? []), pupil])
  return (text) => known.get(fold(text)) ?? []
}

/** The same for what has a name of its own. */
export const byItsName = <P extends { readonly name: string }>(
  all: readonly P[],
): ((text: string) => readonly P[]) => {
  const known = new Map<string, P[]>()
  for (const one of all) known.set(fold(one.name), [...(known.get(fold(one.name)) ?? []), one])
  return (text) => known.get(fold(text)) ?? []
}
