import { t } from '../../words/t.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { type AgeDuty, ageDutiesOn } from '../../domain/rules/ageDuties.ts'
import { addDays, showDay } from '../../domain/rules/day.ts'
import { useServices } from '../../ui/services.tsx'
import { DutyList } from './DutyList.tsx'

const words = ({ duty, from, ahead }: AgeDuty): string => {
  const day = from ? showDay(from) : ''
  switch (duty) {
    case 'adulthood':
      return t`Prepare for adulthood at each review`
    case 'sixteen':
      return ahead
        ? t`16 on ${day}: decides for themselves where they can`
        : t`Decides for themselves where they can`
    case 'youngPerson':
      return ahead && from
        ? t`Rights pass to the young person after ${showDay(addDays(from, -1))}`
        : t`Rights are with the young person`
  }
}

/** What the pupil's age asks of the school, now or within a year, each with its reason; nothing without an EHC plan. */
export const AgeDuties = ({ pupil }: { pupil: Pupil }) => {
  const today = useServices().today()
  return (
    <DutyList
      label={t`What their age asks for`}
      duties={ageDutiesOn(pupil, today).map((one) => ({ words: words(one), why: one.why }))}
    />
  )
}
