import { t } from '../../../words/t.ts'
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useMemo } from 'react'
import { StaffDay } from '../../../domain/records/staffDay.ts'
import { TermDate } from '../../../domain/records/termDate.ts'
import { isBehind, staffDaysBehind, staffDaysWanted } from '../../../domain/rules/staffDays.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { useAll, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useSay } from '../../../ui/undo.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import type { Written } from '../../../graph/storeTypes.ts'

const storedIn = <T,>(written: readonly Written<T>[]) => {
  const refused = written.find((row) => row.outcome === 'refused')
  if (refused?.outcome === 'refused') throw refused.problem
  return written.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
}

/** Whether staff see the school's days as they are; without them their list of sessions has holidays in it. */
export const StaffDays = () => {
  const { records, school, today } = useServices()
  const day = today()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(StaffDay)
  const { attempt, busy, trouble } = useAttempt()
  const shown = useStaffList(StaffDay).data
  const terms = useAll(TermDate).data
  const settled = useSchool().data
  const behind = useMemo(
    () =>
      shown && terms && settled !== undefined
        ? staffDaysBehind(
            staffDaysWanted(terms.records, settled, day),
            shown.records,
            terms.unreadable.map(({ key }) => key),
          )
        : null,
    [shown, terms, settled, day],
  )
  if (!behind || !isBehind(behind) || !mayWrite || school.sites.staff === undefined) return null
  const store = records.store(StaffDay)
  const send = () =>
    attempt(async () => {
      const made = storedIn(await store.createMany(behind.toAdd))
      // A day that was taken off before comes back under the same key.
      const back = storedIn(
        await store.shelveMany(
          made.filter(({ archived }) => archived).map((stored) => ({ stored, reason: null })),
        ),
      )
      const changed = storedIn(await store.updateMany(behind.toChange))
      const gone = storedIn(
        await store.shelveMany(
          behind.toRemove.map((stored) => ({ stored, reason: t`No longer a day of the school` })),
        ),
      )
      for (const row of [...made, ...back, ...changed, ...gone]) put(StaffDay, row)
      say(t`Staff see the school’s days`)
    })
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {shown?.records.length === 0
          ? t`Staff don’t see the school’s holidays and training days yet, so their list of sessions has them in it.`
          : t`Staff see other school days than you: your calendar has changed since.`}
        {trouble && <span role="alert"> {t`Not shown: ${whyNotSaved(trouble)}.`}</span>}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          disabled={busy}
          onClick={() => void send()}
        >{t`Show staff the school’s days`}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
