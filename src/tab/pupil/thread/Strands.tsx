import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { needTypes } from '../../../domain/rules/codes.ts'
import type { Thread } from '../../../domain/rules/goldenThread.ts'
import { Breaks, only, type Place } from './Breaks.tsx'
import { Delivered, EvidenceCell, Line, OutcomeCell, ReviewCell } from './cells.tsx'
import { useThreadStyles } from './styles.ts'

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
  const styles = useThreadStyles()
  const place: Place = { pupil, review }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`Golden thread`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '17%' }}>{t`Need`}</th>
            <th scope="col" style={{ width: '23%' }}>{t`Outcome`}</th>
            <th scope="col" style={{ width: '18%' }}>{t`Provision`}</th>
            <th scope="col" style={{ width: '14%' }}>{t`Delivered`}</th>
            <th scope="col" style={{ width: '15%' }}>{t`Evidence`}</th>
            <th scope="col" style={{ width: '13%' }}>{t`Last review`}</th>
          </tr>
        </thead>
        <tbody>
          {thread.strands.map(({ need, outcomes, breaks }) => {
            const needCell = (
              <td rowSpan={Math.max(1, outcomes.length)} data-part="Need">
                {need ? (
                  <>
                    {inWords(needTypes[need.type])}
                    <Text size={200} className={styles.quiet}>
                      {need.description}
                    </Text>
                  </>
                ) : (
                  <Text className={styles.quiet}>{t`No need linked`}</Text>
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
                <Text className={styles.quiet}>{t`Not in the thread`}</Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
