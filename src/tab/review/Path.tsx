import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { showDay } from '../../domain/rules/day.ts'
import type { DueStatus } from '../../domain/rules/reviewDue.ts'
import type { ReviewStep, StepState } from '../../domain/rules/reviewSteps.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'

const names: Record<ReviewStep['step'], string> = {
  invite: 'Invite',
  circulate: 'Advice',
  meet: 'Meeting',
  report: 'Report',
  decide: 'Decision',
  notice: 'Changes proposed',
  comments: 'Comments',
  final: 'Final plan',
}

const marks: Record<StepState, { readonly status: DueStatus; readonly word: string }> = {
  done: { status: 'done', word: 'Done' },
  late: { status: 'done', word: 'Done late' },
  overdue: { status: 'overdue', word: 'Overdue' },
  dueSoon: { status: 'dueSoon', word: 'Due soon' },
  onTrack: { status: 'onTrack', word: 'On track' },
  waiting: { status: 'unknown', word: 'Not yet' },
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', flexShrink: 0 },
  path: { display: 'flex', listStyle: 'none', margin: 0, padding: 0, minWidth: 'min-content' },
  step: {
    flex: '1 1 0',
    minWidth: '128px',
    boxSizing: 'border-box',
    padding: '8px 12px 8px 0',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  done: { borderTopColor: tokens.colorStatusSuccessBorderActive },
  here: { borderTopColor: tokens.colorBrandStroke1 },
  authority: { borderTopStyle: 'dashed' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const End = ({ closed }: { closed: boolean }) => {
  const styles = useStyles()
  return (
    <li className={mergeClasses(styles.step, closed && styles.done)}>
      <Text weight="semibold">Close</Text>
      <StatusMark status={closed ? 'done' : 'unknown'} word={closed ? 'Closed' : 'Not yet'} />
    </li>
  )
}

/** The steps of a review with both clocks: the school's dates, and the authority's on a dashed line. */
export const Path = ({
  steps,
  planned,
  closed,
  late,
}: {
  steps: readonly ReviewStep[]
  planned: boolean
  closed: boolean
  /** What is said of a meeting that lies after the day by which the law needs it, or that nobody has planned. */
  late: 'Too late' | 'Overdue' | null
}) => {
  const styles = useStyles()
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    void current.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [])
  const here = planned ? steps.findIndex(({ done }) => !done) : -1
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Steps of this review">
      <ol className={styles.path}>
        <li
          className={mergeClasses(styles.step, planned ? styles.done : styles.here)}
          aria-current={planned ? undefined : 'step'}
        >
          <Text weight="semibold">Plan</Text>
          <StatusMark status={planned ? 'done' : 'dueSoon'} word={planned ? 'Date set' : 'Set a date'} />
        </li>
        {steps.map(({ step, owner, due, done, state, why }, i) => {
          const { status, word } =
            step === 'meet' && !done && late ? ({ status: 'late', word: late } as const) : marks[state]
          const theirs = owner === 'authority'
          const day = done ?? due
          return (
            <li
              key={step}
              ref={i === here ? current : null}
              aria-current={i === here ? 'step' : undefined}
              className={mergeClasses(
                styles.step,
                theirs && styles.authority,
                done !== null && styles.done,
                i === here && styles.here,
              )}
            >
              <Text weight="semibold">{names[step]}</Text>
              <StatusMark
                status={theirs && state === 'onTrack' ? 'authority' : status}
                word={theirs && state === 'onTrack' ? 'Authority’s turn' : word}
              />
              {day && (
                <Text size={200} className={styles.quiet}>
                  {done ? '' : 'by '}
                  {why ? <Why why={why}>{showDay(day)}</Why> : showDay(day)}
                </Text>
              )}
            </li>
          )
        })}
        <End closed={closed} />
      </ol>
    </section>
  )
}
