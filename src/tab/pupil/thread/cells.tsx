import { inWords, t } from '../../../words/t.ts'
import { Link, Text } from '@fluentui/react-components'
import { Outcome } from '../../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../../domain/records/provisionReview.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { amountOf, type ThreadLine, type ThreadOutcome } from '../../../domain/rules/goldenThread.ts'
import { standingOf } from '../../../domain/rules/ledgerStanding.ts'
import { Share, StandingMark } from '../../../ui/ledger/LedgerMarks.tsx'
import { useGo } from '../../routes.ts'
import { Breaks, only, type Place } from './Breaks.tsx'
import { useLogged } from './logged.ts'
import { useThreadStyles } from './styles.ts'

/** One line of provision, and how much of it. */
export const Line = ({ line, named, place }: { line: ThreadLine; named: string; place: Place }) => {
  const styles = useThreadStyles()
  const { href } = useGo()
  return (
    <span className={styles.line}>
      <Link
        inline
        href={href({ at: 'pupil', key: place.pupil, section: 'provision', about: line.allocation.key })}
      >
        {named}
      </Link>
      <Text size={200} className={styles.quiet}>
        {amountOf(line.allocation)}
      </Text>
      <Breaks breaks={only(line.breaks, 'noAmount')} place={place} />
    </span>
  )
}

/** What the newest review found of one line: delivered, and whether it worked. */
export const Delivered = ({ line, place }: { line: ThreadLine; place: Place }) => {
  const styles = useThreadStyles()
  const { found } = line
  const logged = useLogged(line.allocation.key)
  const words = found && [
    found.row.delivered,
    found.row.effective &&
      `${inWords(ProvisionReview.fields.effective.label)}: ${inWords(ProvisionReview.fields.effective.choices[found.row.effective]).toLowerCase()}`,
  ]
  return (
    <span className={styles.line}>
      {logged && logged.sums.planned > 0 && (
        <>
          <span>
            <Share sums={logged.sums} /> {t`(${logged.sums.held} of ${logged.sums.planned})`}
          </span>
          {standingOf(logged.sums) !== 'kept' && <StandingMark sums={logged.sums} />}
          <Text size={200} className={styles.quiet}>{t`logged ${logged.words}`}</Text>
        </>
      )}
      {words?.some(Boolean) ? (
        <>
          {words.filter(Boolean).join(' · ')}
          <Text size={200} className={styles.quiet}>
            {showDay(found!.day)}
          </Text>
        </>
      ) : (
        line.breaks.length === 0 && !logged && <Text className={styles.quiet}>{t`Not looked at yet`}</Text>
      )}
      <Breaks breaks={only(line.breaks, 'notJudged')} place={place} />
    </span>
  )
}

/** An outcome with the targets on the way to it. */
export const OutcomeCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useThreadStyles()
  const { href } = useGo()
  const { outcome, targets } = one
  return (
    <>
      <Link
        appearance="subtle"
        className={styles.outcome}
        href={href({ at: 'pupil', key: place.pupil, section: 'outcomes', about: outcome.key })}
      >
        {outcome.text}
      </Link>
      {outcome.by && <Text size={200} className={styles.quiet}>{t`by ${showDay(outcome.by)}`}</Text>}
      {targets.length > 0 && (
        <ul className={styles.targets} aria-label={t`Targets on the way`}>
          {targets.map(({ outcome: target, found }) => (
            <li key={target.key}>
              {target.text} ({inWords(Outcome.fields.kind.choices[target.kind]).toLowerCase()}
              {target.by && t`, by ${showDay(target.by)}`})
              {found?.row.rating && (
                <Text size={200} className={styles.quiet}>
                  {inWords(OutcomeProgress.fields.rating.choices[found.row.rating])}, {showDay(found.day)}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      <Breaks breaks={only(one.breaks, 'noNeed', 'noMeasure', 'pastDate')} place={place} />
    </>
  )
}

/** The evidence that the newest review had. */
export const EvidenceCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useThreadStyles()
  const { found } = one
  return (
    <>
      {found?.row.evidence ? (
        <>
          <span className={styles.words}>{found.row.evidence}</span>
          <Text size={200} className={styles.quiet}>
            {showDay(found.day)}
          </Text>
        </>
      ) : (
        !one.breaks.some(({ kind }) => kind === 'noEvidence') && (
          <Text className={styles.quiet}>{t`None yet`}</Text>
        )
      )}
      <Breaks breaks={only(one.breaks, 'noEvidence')} place={place} />
    </>
  )
}

/** What the newest review said of progress. */
export const ReviewCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useThreadStyles()
  const { found } = one
  const words = found && [
    found.row.rating && inWords(OutcomeProgress.fields.rating.choices[found.row.rating]),
    found.row.decision && inWords(OutcomeProgress.fields.decision.choices[found.row.decision]).toLowerCase(),
  ]
  return (
    <>
      {words?.some(Boolean) ? (
        <>
          {words.filter(Boolean).join(', ')}
          <Text size={200} className={styles.quiet}>
            {showDay(found!.day)}
          </Text>
        </>
      ) : (
        !one.breaks.some(({ kind }) => kind === 'notRated') && (
          <Text className={styles.quiet}>{t`Not reviewed yet`}</Text>
        )
      )}
      <Breaks breaks={only(one.breaks, 'notRated')} place={place} />
    </>
  )
}
