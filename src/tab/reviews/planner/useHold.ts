import { t } from '../../../words/t.ts'
import { newKey } from '../../../domain/key.ts'
import { blank } from '../../../domain/record.ts'
import { WeeklyLoad } from '../../../domain/records/weeklyLoad.ts'
import type { NeededLoad } from '../../../domain/rules/plannerTypes.ts'
import { monthWords } from '../../../domain/rules/plannerWords.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSay } from '../../../ui/undo.tsx'
import { spanOfMonth } from './months.ts'

/** Settles that a month holds as many meetings a week as it needs, with a way back. */
export const useHold = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const hold = ({ month, aWeek }: NeededLoad) =>
    attempt(async () => {
      const store = records.store(WeeklyLoad)
      const record = blank(WeeklyLoad, { aWeek, ...spanOfMonth(month), note: t`So that no review is late` })
      const stored = await store.create(record, newKey(now().getTime()))
      put(WeeklyLoad, stored)
      say(
        t`${aWeek} a week in ${monthWords(month)}`,
        () => void attempt(async () => put(WeeklyLoad, await store.archive(stored, 'Taken back'))),
      )
    })
  return { hold, busy, trouble }
}
