import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { WordingChoice } from '../../domain/records/wordingChoice.ts'
import { wrongChildGuard } from '../../domain/rules/wrongChild.ts'
import { wordingSettings } from '../../domain/wording/settings.ts'
import type { WordingContext } from '../../domain/wording/types.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../orNone.ts'
import { allOf } from '../records.ts'
import { useServices } from '../services.tsx'

/** Whom the texts of a page are about, so that their names belong in them. */
export type WordingAbout = { readonly pupil: string; readonly adults: readonly string[] }
export const WordingAboutContext = createContext<WordingAbout | null>(null)

/** The school's choices about wording; none where its list isn't made yet. */
export const useWordingChoices = () => {
  const services = useServices()
  return useQuery<Listing<WordingChoice>>({
    queryKey: allOf(services, WordingChoice).queryKey,
    queryFn: () => orNone(services.records.store(WordingChoice).all()),
  })
}

type Names = NonNullable<WordingContext['names']>
// The index of a school's names takes a moment to make: one for each pupil whom a page is about.
const known = new WeakMap<readonly Stored<Pupil>[], Map<string, Names>>()
const namesFor = (pupils: readonly Stored<Pupil>[], { pupil, adults }: WordingAbout): Names => {
  const made = known.get(pupils) ?? new Map<string, Names>()
  known.set(pupils, made)
  const id = [pupil, ...adults].join('\n')
  const found = made.get(id)
  if (found) return found
  const guard = wrongChildGuard(pupils, { about: new Set([pupil]), adults })
  const names: Names = (text) =>
    guard([text])
      .filter(({ kind }) => kind === 'name' || kind === 'surname' || kind === 'forename')
      .map(({ from, to, strength }) => ({ from, to, certain: strength === 'certain' }))
  made.set(id, names)
  return names
}

/** What every check of this page needs: the day, the school's choices, and the names of its other pupils. */
export const useWording = (pupil: string | null): Omit<WordingContext, 'kind' | 'beside'> => {
  const services = useServices()
  const today = services.today()
  const page = useContext(WordingAboutContext)
  const choices = useWordingChoices().data?.records
  const pupils = useQuery(allOf(services, Pupil)).data?.records
  return useMemo(() => {
    const about = pupil && page?.pupil !== pupil ? { pupil, adults: [] } : page
    return {
      today,
      settings: wordingSettings(choices ?? [], today),
      ...(pupils && about ? { names: namesFor(pupils, about) } : {}),
    }
  }, [today, choices, pupils, page, pupil])
}
