import { inWords, t } from '../../words/t.ts'
import type { Need } from '../records/need.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Service } from '../records/service.ts'
import { needTypes } from '../rules/codes.ts'
import { currentNeeds } from '../rules/currentNeeds.ts'
import { addMonths, type Day } from '../rules/day.ts'
import { needTypesIn } from '../rules/serviceWords.ts'

/** `Speech, language and communication needs (SLCN)`; `Any need` where nothing is said. */
export const needsShown = ({ needs }: Pick<Service, 'needs'>): string => {
  const types = needs ? needTypesIn(needs) : null
  return types === null ? t`Any need` : types.map((type) => inWords(needTypes[type])).join(', ')
}

/** `4 to 11`, `from 16`, `up to 5`; '' where any age will do. */
export const agesOf = ({ ageFrom, ageTo }: Pick<Service, 'ageFrom' | 'ageTo'>): string =>
  ageFrom !== null && ageTo !== null
    ? t`${ageFrom} to ${ageTo}`
    : ageFrom !== null
      ? t`from ${ageFrom}`
      : ageTo !== null
        ? t`up to ${ageTo}`
        : ''

/** Whole years of age on a day. */
const ageOn = (born: Day, day: Day): number => {
  let years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  if (addMonths(born, 12 * years) > day) years -= 1
  return years
}

/**
 * What of the directory may help this pupil today: services for any need or for one of theirs, and for their age; the
 * ones for their own needs first, the surest need in front.
 */
export const servicesFor = <S extends Service>(
  services: readonly S[],
  pupil: Pick<Pupil, 'dateOfBirth'>,
  needs: readonly Need[],
  today: Day,
): readonly S[] => {
  const age = ageOn(pupil.dateOfBirth, today)
  const own = currentNeeds(needs, today).map(({ type }) => type)
  const rank = ({ needs: helps }: S): number | null => {
    const types = helps ? needTypesIn(helps) : null
    if (types === null) return own.length
    const at = own.findIndex((type) => types.includes(type))
    return at === -1 ? null : at
  }
  return services
    .flatMap((service) => {
      const { ageFrom, ageTo } = service
      if ((ageFrom !== null && age < ageFrom) || (ageTo !== null && age > ageTo)) return []
      const at = rank(service)
      return at === null ? [] : [{ service, at }]
    })
    .toSorted((a, b) => a.at - b.at || a.service.name.localeCompare(b.service.name, 'en-GB'))
    .map(({ service }) => service)
}
