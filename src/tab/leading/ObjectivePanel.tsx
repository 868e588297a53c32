import { inWords, t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { DutyContext } from '../../domain/duties/duty.ts'
import { markOf } from '../../domain/duties/duty.ts'
import { planActions } from '../../domain/duties/planActions.ts'
import type { Stored } from '../../domain/record.ts'
import { Objective } from '../../domain/records/objective.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import { showDay } from '../../domain/rules/day.ts'
import { leadingKind, showLeading, whyOfLeading } from '../../domain/rules/leadingFigureKinds.ts'
import { changeWords } from '../../domain/rules/leadingHistory.ts'
import { objectiveFigures } from '../../domain/rules/leadingKinds.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { orNone } from '../../ui/orNone.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { Why } from '../../ui/Why.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = { objective: Stored<Objective>; context: DutyContext }

/** Of one objective: the figure that shows it, as it is today, and the actions that lead there. */
export const ObjectivePanel = (props: Props) => (
  <>
    {props.objective.figure && <FigureNow {...props} />}
    <Actions {...props} />
  </>
)

const FigureNow = ({ objective, context }: Props) => {
  const styles = useLeadingStyles()
  const { queries, found } = useLeadingFigures()
  const mayWrite = useMayWrite(Objective)
  const { doIt, busy, trouble } = useRecordAct(Objective, objective)
  const { figure, start, startOn, target } = objective
  return (
    <section className={styles.part} aria-label={t`The figure today`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`The figure today`}</Text>
      <Loaded queries={queries} shape={<Waiting />}>
        {() => {
          const now = found?.own.find(({ id }) => id === figure)
          const kind = figure && leadingKind(figure)
          if (!kind || !now || now.value === null)
            return (
              <Text className={styles.quiet}>
                {t`${inWords(objectiveFigures[figure!])}: nothing to reckon it from yet.`}
              </Text>
            )
          const { value } = now
          return (
            <>
              <Text>
                {kind.words}:{' '}
                <Why why={whyOfLeading(kind, context.today, 1)}>{showLeading(kind.unit, value)}</Why>
              </Text>
              <Text className={styles.quiet}>
                {[
                  start !== null &&
                    t`At the start ${showLeading(kind.unit, start)}${startOn ? t` on ${showDay(startOn)}` : ''}; ${changeWords(kind.unit, value, start)} since.`,
                  target !== null && t`To be reached: ${showLeading(kind.unit, target)}.`,
                ]
                  .filter(Boolean)
                  .join(' ')}
              </Text>
              {mayWrite && start === null && (
                <div>
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() =>
                      void doIt({
                        words: t`Keep it as the start`,
                        said: t`Figure of the start kept`,
                        changes: (today) => ({ start: value, startOn: today }),
                      })
                    }
                  >{t`Keep it as the start`}</Button>
                </div>
              )}
              {trouble && <TroubleNotice trouble={trouble} />}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const Actions = ({ objective, context }: Props) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const actions = useQuery({
    ...aboutOf(services, PlanAction, 'objective', objective.key),
    queryFn: () => orNone(services.records.store(PlanAction).about('objective', objective.key)),
  })
  return (
    <section className={styles.part} aria-label={t`Actions that lead there`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Actions that lead there`}</Text>
      <Loaded queries={[actions]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards<Stored<PlanAction>>
              type={PlanAction}
              records={list.records.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))}
              summary={(one) => (
                <TwoLines
                  first={one.what}
                  second={[one.owner, one.by && t`by ${showDay(one.by)}`, one.evidence]
                    .filter(Boolean)
                    .join(' · ')}
                />
              )}
              aside={(one) => {
                const standing = planActions.standing(one as never, context)
                return <StatusMark status={markOf(standing, context.today)} word={standing.word} />
              }}
              groups={[{ fields: ['what', 'owner', 'by', 'begun', 'doneOn', 'evidence', 'note'] }]}
              latest={{ begun: context.today, doneOn: context.today }}
              add={{
                words: t`Add an action`,
                given: { objective: objective.key },
                fields: ['what', 'owner', 'by'],
              }}
              empty={{
                title: t`No action yet`,
                todo: t`What somebody does so that the objective is reached: who, and by when.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
