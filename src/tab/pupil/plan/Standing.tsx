import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { conversationsDue, reviewedCycles, supportSince } from '../../../domain/rules/cycleEvidence.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Why } from '../../../ui/Why.tsx'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', alignItems: 'center' },
  one: { display: 'inline-flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'center' },
})

/** What this record can show: reviewed cycles, and the conversations with parents of this school year. */
export const Standing = ({ plan: { pupil, context, entries } }: { plan: PlanRecords }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(ChronologyEntry)
  const [adding, setAdding] = useState(false)
  const { all: cycles, calendar, hasPlan } = context
  const reviewed = reviewedCycles(cycles)
  const talks = conversationsDue({ entries, cycles }, supportSince(pupil, cycles), calendar, today)
  const late = talks.due !== null && talks.due < today
  return (
    <>
      <div className={styles.all}>
        {cycles.length > 0 && (
          <Text>
            <Why why={reviewed.why}>
              {reviewed.count === 1 ? t`1 plan reviewed` : t`${reviewed.count} plans reviewed`}
            </Why>
          </Text>
        )}
        {!hasPlan && (
          <span className={styles.one}>
            <Text>
              {t`Conversations with parents in ${showAcademicYear(talks.year)}: `}
              <Why why={talks.why}>{t`${talks.done.length} of ${talks.asked}`}</Why>
              {talks.done.length > 0 && (
                <Text size={200}> ({talks.done.map(({ day }) => showDay(day)).join(', ')})</Text>
              )}
            </Text>
            {talks.due ? (
              <StatusMark
                status={late ? 'overdue' : 'onTrack'}
                word={late ? t`One was due by ${showDay(talks.due)}` : t`Next by ${showDay(talks.due)}`}
              />
            ) : (
              <StatusMark status="done" word={t`Held`} />
            )}
          </span>
        )}
        {mayWrite && !adding && (
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => setAdding(true)}
          >{t`Write down a conversation`}</Button>
        )}
      </div>
      {adding && (
        <AddForm
          type={ChronologyEntry}
          title={t`Write down a conversation`}
          given={{ pupil: pupil.key, kind: 'parents', happenedOn: today }}
          fields={['happenedOn', 'how', 'source', 'text', 'agreed', 'followUp']}
          latest={{ happenedOn: today }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
