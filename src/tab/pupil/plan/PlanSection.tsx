import { inWords, t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { cycleState, cycleStates, newestCycle } from '../../../domain/rules/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { FoldedCard } from '../../../ui/FoldedCard.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { Ladder } from './Ladder.tsx'
import { OneCycle } from './OneCycle.tsx'
import { Standing } from './Standing.tsx'
import { usePlanStyles } from './styles.ts'
import { type PlanRecords, usePlanRecords } from './usePlanRecords.ts'

/** Assess, plan, do, review: the plan under way as a page, the targets as ladders, the plans before it folded. */
export const PlanSection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { queries, listings, records } = usePlanRecords(pupil)
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {() => (
        <>
          <Unreadable listings={listings} />
          <Whole plan={records()} />
        </>
      )}
    </Loaded>
  )
}

const Whole = ({ plan }: { plan: PlanRecords }) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Cycle)
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const { pupil, context, outcomes } = plan
  const [current, ...earlier] = context.all.toSorted(newestCycle)
  const state = current && cycleState(current, context, today)
  // A plan that was ended, or after which support stopped, has no step that leads on.
  const mayStart = mayWrite && !adding && (!current || state === 'ended' || current.decision === 'stepDown')
  const start = (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => setAdding(true)}
    >{t`Start a plan`}</Button>
  )
  return (
    <div className={styles.all}>
      {/* The three conversations a year are for the support, whether or not there is a plan of it. */}
      {(current || pupil.status === 'K') && <Standing plan={plan} />}
      {adding ? (
        <AddForm
          type={Cycle}
          title={t`Start this plan`}
          given={{
            pupil: pupil.key,
            number: (current?.number ?? 0) + 1,
            previous: current?.key ?? null,
            began: today,
            raisedOn: today,
          }}
          fields={['concern', 'raisedBy', 'raisedOn', 'began']}
          latest={{ raisedOn: today, began: today }}
          onClose={() => setAdding(false)}
        />
      ) : (
        mayStart && current && <div>{start}</div>
      )}
      {current ? (
        <section aria-label={t`Plan ${current.number}`} className={styles.all} key={current.key}>
          <div className={styles.between}>
            <Text
              as="h2"
              size={500}
              weight="semibold"
              className={styles.plain}
            >{t`Plan ${current.number}`}</Text>
            <Text
              className={styles.quiet}
            >{t`${cycleStates[cycleState(current, context, today)]} · begun ${showDay(current.began)}`}</Text>
          </div>
          <OneCycle cycle={current} plan={plan} isCurrent />
        </section>
      ) : (
        !adding && (
          <>
            <Notice
              title={t`No plan yet`}
              todo={
                context.hasPlan
                  ? t`The outcomes of the EHC plan stand below. A plan of the school says what is done this term towards them: assess, plan, do, review.`
                  : t`SEN support runs in turns of assess, plan, do, review. A plan begins with what somebody has noticed.`
              }
              action={mayStart ? start : undefined}
            />
            {outcomes.length > 0 && <Ladder plan={plan} cycle={null} />}
          </>
        )
      )}
      {earlier.map((cycle, i) => (
        <FoldedCard
          key={cycle.key}
          heading={i === 0 ? t`Earlier plans` : null}
          open={opened === cycle.key}
          onToggle={() => setOpened(opened === cycle.key ? null : cycle.key)}
          summary={
            <TwoLines
              first={t`Plan ${cycle.number}`}
              second={[
                t`begun ${showDay(cycle.began)}`,
                cycle.reviewedOn && t`reviewed ${showDay(cycle.reviewedOn)}`,
                cycle.decision && inWords(Cycle.fields.decision.choices[cycle.decision]).toLowerCase(),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          }
          aside={null}
        >
          <div className={styles.all}>
            <OneCycle cycle={cycle} plan={plan} isCurrent={false} />
          </div>
        </FoldedCard>
      ))}
    </div>
  )
}
