import { t } from '../../../words/t.ts'
import { Link } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { currentCycle, cycleState, cycleStates, cycleSteps } from '../../../domain/rules/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useGo } from '../../routes.ts'
import { Fact } from './Fact.tsx'

/** How the plan of the school stands, and when it is looked at again; nothing for a pupil who needs none. */
export const PlanFact = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const today = useServices().today()
  const { href } = useGo()
  const cycles = useAbout(Cycle, 'pupil', pupil.key)
  const school = useSchool()
  const calendar = useCalendar()
  if (!cycles.data || !calendar.data) return null
  const all = cycles.data.records
  const newest = currentCycle(all)
  if (!newest && pupil.status === 'N') return null
  const context = {
    weeks: setting(school.data ?? undefined, 'cycleWeeks'),
    calendar: calendar.data,
    hasPlan: pupil.status === 'E',
    all,
  }
  const review = newest && cycleSteps(newest, context, today).find(({ step }) => step === 'review')
  return (
    <Fact label={t`Plan of the school`}>
      <Link inline href={href({ at: 'pupil', key: pupil.key, section: 'plan' })}>
        {newest
          ? t`Plan ${newest.number}: ${cycleStates[cycleState(newest, context, today)].toLowerCase()}`
          : t`None yet`}
      </Link>
      {review?.due && !review.done && t`, review by ${showDay(review.due)}`}
    </Fact>
  )
}
