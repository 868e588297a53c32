import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { ageOn, chronologicalYear } from '../../domain/rules/schoolYear.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { derived, type Fact, factsOf, lines } from './fact.ts'
import { parentsOf, shown } from './factRows.ts'

const needText = (file: ReviewFile, day: string, at: number) => {
  const need = currentNeeds(file.needs, day)[at]
  return need && shown(Need, need, 'type')
}

/** The first two parents or carers, one by one. */
export const parentFacts = [0, 1].flatMap((at): Fact[] =>
  factsOf(`parent${at + 1}`, Contact, (file) => parentsOf(file)[at], ['restriction', 'language']).map(
    (fact) => ({
      ...fact,
      label: `${fact.label} (${at === 0 ? 'first' : 'second'} parent or carer)`,
    }),
  ),
)

/** As the post office writes them, at the end of an address. */
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$/i

const addressOf = (address: string | null) => {
  const whole = (address ?? '').trim()
  const code = postcode.exec(whole)?.[0].trim() ?? ''
  return { code, rest: whole.slice(0, whole.length - code.length).replace(/[\s,]+$/, '') }
}

/** What follows from a pupil's own record. */
export const pupilFacts: readonly Fact[] = [
  derived('pupil.fullName', 'Full name', ({ pupil }) => `${pupil.forename} ${pupil.surname}`),
  derived('pupil.age', 'Age', ({ pupil }, day) => String(ageOn(pupil.dateOfBirth, day))),
  derived(
    'pupil.bornAndAge',
    'Date of birth and age',
    ({ pupil }, day) => `${shown(Pupil, pupil, 'dateOfBirth')}, age ${ageOn(pupil.dateOfBirth, day)}`,
  ),
  derived(
    'pupil.chronologicalYear',
    'Year group by age',
    ({ pupil }, day) => `Year ${chronologicalYear(pupil.dateOfBirth, day)}`,
  ),
  derived('pupil.primaryNeed', 'Primary need', (file, day) => needText(file, day, 0)),
  derived('pupil.secondaryNeed', 'Secondary need', (file, day) => needText(file, day, 1)),
  derived('pupil.postcode', 'Postcode', ({ pupil }) => addressOf(pupil.address).code),
  derived('pupil.addressLines', 'Address without postcode', ({ pupil }) => addressOf(pupil.address).rest),
  derived('parent1.reach', 'Telephone and email (first parent or carer)', (file) => {
    const one = parentsOf(file)[0]
    return lines(one?.telephone, one?.email)
  }),
]
