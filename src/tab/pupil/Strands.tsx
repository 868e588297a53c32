import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import {
  amountOf,
  type Break,
  type BreakKind,
  breakWords,
  type Thread,
  type ThreadLine,
  type ThreadOutcome,
} from '../../domain/rules/goldenThread.ts'
import { Why } from '../../ui/Why.tsx'
import { type Route, useGo } from '../routes.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: '860px',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      textAlign: 'left',
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
      padding: '6px 16px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    '& td': {
      verticalAlign: 'top',
      padding: '10px 16px 10px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    // On a phone one part lies under another, each with its own heading.
    '@media (max-width: 640px)': {
      minWidth: 0,
      '& thead': { display: 'none' },
      '&, & tbody, & tr, & td': { display: 'block' },
      '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
      '& td': { padding: '6px 0', borderBottom: 'none' },
      '& td[data-part]::before': {
        content: 'attr(data-part)',
        display: 'block',
        fontSize: tokens.fontSizeBase200,
        fontWeight: tokens.fontWeightSemibold,
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  break: { display: 'flex', alignItems: 'center', gap: '6px', flexWrap: 'wrap', paddingTop: '4px' },
  outcome: { color: tokens.colorNeutralForeground1, textAlign: 'left' },
  targets: {
    margin: '6px 0 0',
    paddingLeft: '18px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  words: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflow: 'hidden',
  },
  warn: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  line: { display: 'block', paddingBottom: '6px' },
})

const fixWords: Record<BreakKind, string> = {
  noOutcome: 'Add an outcome',
  noNeed: 'Link a need',
  noProvision: 'Link provision',
  noMeasure: 'Say how',
  pastDate: 'Look at the outcome',
  notRated: 'Rate it',
  noEvidence: 'Add the evidence',
  noAmount: 'Say how much',
  notJudged: 'Look at it',
  servesNothing: 'Link an outcome',
}

/** Where a break is mended: on the pupil's page, or in the review that left it. */
const fixAt = (one: Break, pupil: string, review: string | null): Route => {
  const inReview = (block: string): Route | null => (review ? { at: 'review', key: review, block } : null)
  const onPupil = (section: 'outcomes' | 'provision'): Route => ({
    at: 'pupil',
    key: pupil,
    section,
    about: one.about,
  })
  switch (one.kind) {
    case 'notRated':
    case 'noEvidence':
      return inReview('outcomes') ?? onPupil('outcomes')
    case 'notJudged':
      return inReview('support') ?? onPupil('provision')
    case 'noProvision':
    case 'noAmount':
    case 'servesNothing':
      return onPupil('provision')
    case 'noOutcome':
    case 'noNeed':
    case 'noMeasure':
    case 'pastDate':
      return onPupil('outcomes')
  }
}

type Place = { readonly pupil: string; readonly review: string | null }

const Breaks = ({ breaks, place }: { breaks: readonly Break[]; place: Place }) => {
  const styles = useStyles()
  const { go } = useGo()
  return breaks.map((one) => (
    <span key={`${one.kind}${one.about}`} className={styles.break}>
      <WarningRegular className={styles.warn} aria-label="Gap" />
      <Text size={200}>
        <Why why={one.why}>{breakWords[one.kind]}</Why>
      </Text>
      <Button size="small" onClick={() => go(fixAt(one, place.pupil, place.review))}>
        {fixWords[one.kind]}
      </Button>
    </span>
  ))
}

const only = (breaks: readonly Break[], ...kinds: BreakKind[]) =>
  breaks.filter(({ kind }) => kinds.includes(kind))

const Line = ({ line, named, place }: { line: ThreadLine; named: string; place: Place }) => {
  const styles = useStyles()
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
const Delivered = ({ line, place }: { line: ThreadLine; place: Place }) => {
  const styles = useStyles()
  const { found } = line
  const words = found && [
    found.row.delivered,
    found.row.effective &&
      `${ProvisionReview.fields.effective.label}: ${ProvisionReview.fields.effective.choices[found.row.effective].toLowerCase()}`,
  ]
  return (
    <span className={styles.line}>
      {words?.some(Boolean) ? (
        <>
          {words.filter(Boolean).join(' · ')}
          <Text size={200} className={styles.quiet}>
            {showDay(found!.day)}
          </Text>
        </>
      ) : (
        line.breaks.length === 0 && <Text className={styles.quiet}>Not looked at yet</Text>
      )}
      <Breaks breaks={only(line.breaks, 'notJudged')} place={place} />
    </span>
  )
}

const OutcomeCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useStyles()
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
      {outcome.by && (
        <Text size={200} className={styles.quiet}>
          by {showDay(outcome.by)}
        </Text>
      )}
      {targets.length > 0 && (
        <ul className={styles.targets} aria-label="Targets on the way">
          {targets.map((target) => (
            <li key={target.key}>
              {target.text} ({Outcome.fields.kind.choices[target.kind].toLowerCase()}
              {target.by && `, by ${showDay(target.by)}`})
            </li>
          ))}
        </ul>
      )}
      <Breaks breaks={only(one.breaks, 'noNeed', 'noMeasure', 'pastDate')} place={place} />
    </>
  )
}

const EvidenceCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useStyles()
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
          <Text className={styles.quiet}>None yet</Text>
        )
      )}
      <Breaks breaks={only(one.breaks, 'noEvidence')} place={place} />
    </>
  )
}

const ReviewCell = ({ one, place }: { one: ThreadOutcome; place: Place }) => {
  const styles = useStyles()
  const { found } = one
  const words = found && [
    found.row.rating && OutcomeProgress.fields.rating.choices[found.row.rating],
    found.row.decision && OutcomeProgress.fields.decision.choices[found.row.decision].toLowerCase(),
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
          <Text className={styles.quiet}>Not reviewed yet</Text>
        )
      )}
      <Breaks breaks={only(one.breaks, 'notRated')} place={place} />
    </>
  )
}

/** The thread as a table: one line an outcome, every break with its reason and the button that mends it. */
export const Strands = ({
  thread,
  pupil,
  review,
  named,
}: {
  thread: Thread
  pupil: string
  /** The review in which what is missing can be recorded. */
  review: string | null
  named: (provision: string) => string
}) => {
  const styles = useStyles()
  const place: Place = { pupil, review }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Golden thread">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '17%' }}>
              Need
            </th>
            <th scope="col" style={{ width: '23%' }}>
              Outcome
            </th>
            <th scope="col" style={{ width: '18%' }}>
              Provision
            </th>
            <th scope="col" style={{ width: '14%' }}>
              Delivered
            </th>
            <th scope="col" style={{ width: '15%' }}>
              Evidence
            </th>
            <th scope="col" style={{ width: '13%' }}>
              Last review
            </th>
          </tr>
        </thead>
        <tbody>
          {thread.strands.map(({ need, outcomes, breaks }) => {
            const needCell = (
              <td rowSpan={Math.max(1, outcomes.length)} data-part="Need">
                {need ? (
                  <>
                    {needTypes[need.type]}
                    <Text size={200} className={styles.quiet}>
                      {need.description}
                    </Text>
                  </>
                ) : (
                  <Text className={styles.quiet}>No need linked</Text>
                )}
              </td>
            )
            if (outcomes.length === 0) {
              return (
                <tr key={need?.key ?? 'none'}>
                  {needCell}
                  <td colSpan={5}>
                    <Breaks breaks={breaks} place={place} />
                  </td>
                </tr>
              )
            }
            return outcomes.map((one, i) => (
              <tr key={one.outcome.key}>
                {i === 0 && needCell}
                <td data-part="Outcome">
                  <OutcomeCell one={one} place={place} />
                </td>
                <td data-part="Provision">
                  {one.lines.map((line) => (
                    <Line
                      key={line.allocation.key}
                      line={line}
                      named={named(line.allocation.provision)}
                      place={place}
                    />
                  ))}
                  <Breaks breaks={only(one.breaks, 'noProvision')} place={place} />
                </td>
                <td data-part="Delivered">
                  {one.lines.map((line) => (
                    <Delivered key={line.allocation.key} line={line} place={place} />
                  ))}
                </td>
                <td data-part="Evidence">
                  <EvidenceCell one={one} place={place} />
                </td>
                <td data-part="Last review">
                  <ReviewCell one={one} place={place} />
                </td>
              </tr>
            ))
          })}
          {thread.loose.map((line) => (
            <tr key={line.allocation.key}>
              <td colSpan={2}>
                <Breaks breaks={only(line.breaks, 'servesNothing')} place={place} />
              </td>
              <td data-part="Provision">
                <Line line={line} named={named(line.allocation.provision)} place={place} />
              </td>
              <td data-part="Delivered">
                <Delivered line={line} place={place} />
              </td>
              <td colSpan={2}>
                <Text className={styles.quiet}>Not in the thread</Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
