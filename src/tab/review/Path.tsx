import { t } from '../../words/t.ts'
import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { Fragment, useEffect, useRef } from 'react'
import { showDay } from '../../domain/rules/day.ts'
import type { DueStatus } from '../../domain/rules/reviewDue.ts'
import type { ReviewStep } from '../../domain/rules/reviewSteps.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { stepMarks } from '../../ui/stepMarks.ts'
import { Why } from '../../ui/Why.tsx'
import { useGo } from '../routes.ts'
import { type StepName, stepPlace } from './path/steps.ts'

const names: Record<ReviewStep['step'], string> = {
  invite: t`Invite`,
  circulate: t`Papers`,
  meet: t`Meeting`,
  report: t`Report`,
  decide: t`Decision`,
  notice: t`Changes proposed`,
  comments: t`Comments`,
  final: t`Final plan`,
}

const opens: Record<ReviewStep['step'], StepName> = {
  invite: 'invite',
  circulate: 'circulate',
  meet: 'hold',
  report: 'report',
  decide: 'decision',
  notice: 'decision',
  comments: 'decision',
  final: 'decision',
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', flexShrink: 0 },
  path: { display: 'flex', listStyle: 'none', margin: 0, padding: 0, minWidth: 'min-content' },
  step: {
    // As wide as what it says: the eleven steps of an amended plan then fit beside each other.
    flex: '1 0 auto',
    minWidth: '92px',
    boxSizing: 'border-box',
    padding: '8px 10px 8px 0',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  done: { borderTopColor: tokens.colorStatusSuccessBorderActive },
  here: {
    borderTopColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
  },
  authority: { borderTopStyle: 'dashed' },
  quiet: { color: tokens.colorNeutralForeground2 },
  name: {
    alignSelf: 'flex-start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: '3px',
  },
  open: { color: tokens.colorBrandForeground1, textDecorationColor: 'currentcolor' },
})

/** A step's name as the way to what is done in it. */
const Name = ({
  review,
  step,
  open,
  words,
}: {
  review: string
  step: StepName
  open: StepName | null
  words: string
}) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <Link
      appearance="subtle"
      href={href({ at: 'review', key: review, block: stepPlace(step) })}
      className={mergeClasses(styles.name, open === step && styles.open)}
    >
      {words}
    </Link>
  )
}

/** How far the advice is: a step of its own between the invitations and the papers, with no date in law. */
export type Advice = {
  readonly asked: number
  readonly received: number
  /** Asked for, not in, and the day is past. */
  readonly late: number
  readonly over: boolean
}

const adviceMark = ({ asked, received, late, over }: Advice): { status: DueStatus; word: string } =>
  asked === 0
    ? over
      ? { status: 'unknown', word: t`None asked for` }
      : { status: 'unknown', word: t`Not asked yet` }
    : {
        status: received === asked ? 'done' : late > 0 && !over ? 'overdue' : 'onTrack',
        word: late > 0 && !over ? t`${received} of ${asked} in, ${late} late` : t`${received} of ${asked} in`,
      }

/** The steps of a review with both clocks: the school's dates, and the authority's on a dashed line. */
export const Path = ({
  review,
  steps,
  overdue,
  advice,
  open,
  planned,
  closed,
  late,
}: {
  review: string
  steps: readonly ReviewStep[]
  /** Those that still count as overdue; after a later review nobody waits for what never came. */
  overdue: readonly ReviewStep[]
  advice: Advice
  /** The step that is open below. */
  open: StepName | null
  planned: boolean
  closed: boolean
  /** What is said of a meeting that lies after the day by which the law needs it, or that nobody has planned. */
  late: 'Too late' | 'Overdue' | null
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    void current.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [])
  const here = planned ? steps.findIndex(({ done }) => !done) : -1
  const mark = adviceMark(advice)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`Steps of this review`}>
      <ol className={styles.path}>
        <li
          className={mergeClasses(styles.step, planned ? styles.done : styles.here)}
          aria-current={planned ? undefined : 'step'}
        >
          <Link
            appearance="subtle"
            className={styles.name}
            href={href({ at: 'review', key: review, block: 'meeting' })}
          >{t`Plan`}</Link>
          <StatusMark status={planned ? 'done' : 'dueSoon'} word={planned ? t`Date set` : t`Set a date`} />
        </li>
        {steps.map(({ step, owner, due, done, state, why }, i) => {
          const { status, word } =
            step === 'meet' && !done && late
              ? ({ status: 'late', word: late } as const)
              : state === 'overdue' && !overdue.some((one) => one.step === step)
                ? ({ status: 'unknown', word: 'Not recorded' } as const)
                : stepMarks[state]
          const theirs = owner === 'authority'
          const day = done ?? due
          return (
            <Fragment key={step}>
              {step === 'circulate' && (
                <li
                  className={mergeClasses(
                    styles.step,
                    mark.status === 'done' && styles.done,
                    open === 'advice' && styles.here,
                  )}
                >
                  <Name review={review} step="advice" open={open} words={t`Advice`} />
                  <StatusMark {...mark} />
                </li>
              )}
              <li
                ref={i === here ? current : null}
                aria-current={i === here ? 'step' : undefined}
                className={mergeClasses(
                  styles.step,
                  theirs && styles.authority,
                  done !== null && styles.done,
                  i === here && styles.here,
                )}
              >
                <Name review={review} step={opens[step]} open={open} words={names[step]} />
                <StatusMark
                  status={theirs && state === 'onTrack' ? 'authority' : status}
                  word={theirs && state === 'onTrack' ? t`Authority’s turn` : word}
                />
                {day && (
                  <Text size={200} className={styles.quiet}>
                    {done ? '' : t`by `}
                    {why ? <Why why={why}>{showDay(day)}</Why> : showDay(day)}
                  </Text>
                )}
              </li>
            </Fragment>
          )
        })}
        <li className={mergeClasses(styles.step, closed && styles.done)}>
          <Name review={review} step="close" open={open} words={t`Close`} />
          <StatusMark status={closed ? 'done' : 'unknown'} word={closed ? t`Closed` : t`Not yet`} />
        </li>
      </ol>
    </section>
  )
}
