import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'
import { needTypes } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { type PupilSection, useGo } from '../routes.ts'
import { amountOf, type Break, breakWords, type Thread, type ThreadOutcome } from './thread.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: '600px',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      textAlign: 'left',
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
      padding: '6px 12px 6px 0',
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
  warn: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  line: { display: 'block', paddingBottom: '6px' },
})

const fixes: Record<Break, { readonly words: string; readonly section: PupilSection }> = {
  noOutcome: { words: 'Add an outcome', section: 'outcomes' },
  noProvision: { words: 'Link provision', section: 'provision' },
  noMeasure: { words: 'Say how', section: 'outcomes' },
  pastDate: { words: 'Look at the outcome', section: 'outcomes' },
  servesNothing: { words: 'Link an outcome', section: 'provision' },
}

const Breaks = ({ breaks, pupil, about }: { breaks: readonly Break[]; pupil: string; about: string }) => {
  const styles = useStyles()
  const { go } = useGo()
  return breaks.map((one) => (
    <span key={one} className={styles.break}>
      <WarningRegular className={styles.warn} aria-label="Gap" />
      <Text size={200}>{breakWords[one]}</Text>
      <Button
        size="small"
        onClick={() => go({ at: 'pupil', key: pupil, section: fixes[one].section, about })}
      >
        {fixes[one].words}
      </Button>
    </span>
  ))
}

/** The thread as a table: one line an outcome, every break with the button that mends it. */
export const Strands = ({
  thread,
  pupil,
  named,
  reviewOf,
}: {
  thread: Thread
  pupil: string
  named: (provision: string) => string
  reviewOf: (outcome: string) => string | null
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const provisionCell = ({ outcome, provision, breaks }: ThreadOutcome) => (
    <>
      {provision.map((line) => (
        <span key={line.key} className={styles.line}>
          <Link inline href={href({ at: 'pupil', key: pupil, section: 'provision' })}>
            {named(line.provision)}
          </Link>
          <Text size={200} className={styles.quiet}>
            {amountOf(line)}
          </Text>
        </span>
      ))}
      <Breaks breaks={breaks.filter((one) => one === 'noProvision')} pupil={pupil} about={outcome.key} />
    </>
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Golden thread">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '24%' }}>
              Need
            </th>
            <th scope="col">Outcome</th>
            <th scope="col" style={{ width: '26%' }}>
              Provision
            </th>
            <th scope="col" style={{ width: '16%' }}>
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
                  <td colSpan={3}>
                    <Breaks breaks={breaks} pupil={pupil} about={need!.key} />
                  </td>
                </tr>
              )
            }
            return outcomes.map((one, i) => (
              <tr key={one.outcome.key}>
                {i === 0 && needCell}
                <td data-part="Outcome">
                  {one.outcome.text}
                  {one.outcome.by && (
                    <Text size={200} className={styles.quiet}>
                      by {showDay(one.outcome.by)}
                    </Text>
                  )}
                  <Breaks
                    breaks={one.breaks.filter((found) => found !== 'noProvision')}
                    pupil={pupil}
                    about={one.outcome.key}
                  />
                </td>
                <td data-part="Provision">{provisionCell(one)}</td>
                <td data-part="Last review">
                  {reviewOf(one.outcome.key) ?? <Text className={styles.quiet}>Not rated</Text>}
                </td>
              </tr>
            ))
          })}
          {thread.loose.map((line) => (
            <tr key={line.key}>
              <td colSpan={2}>
                <Breaks breaks={['servesNothing']} pupil={pupil} about={line.key} />
              </td>
              <td data-part="Provision">
                {named(line.provision)}
                <Text size={200} className={styles.quiet}>
                  {amountOf(line)}
                </Text>
              </td>
              <td>Not in the thread</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
