import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownFilled, ArrowUpFilled } from '@fluentui/react-icons'
import { useState } from 'react'
import { type AnyDuty, type DutyContext, markOf, ofPupil } from '../../domain/duties/duty.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Personal, PupilName } from '../../ui/hiddenDetails.tsx'
import { narrowRows, narrowTable } from '../../ui/narrowTable.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'
import { useGo } from '../routes.ts'
import { noPupil, type Shown } from './rows.ts'

const useStyles = makeStyles({
  wide: { overflowX: 'auto' },
  more: { marginTop: '12px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '7px 16px 7px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      // A sum or a day is not broken to make room for a text.
      overflowWrap: 'break-word',
    },
    '& thead th': { padding: '0 16px 0 0', whiteSpace: 'nowrap' },
    [narrowTable]: narrowRows,
  },
  head: { padding: '4px', minWidth: 0, justifyContent: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  // As the buttons beside it, which order by their column.
  plain: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    padding: '4px',
    boxSizing: 'border-box',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
})

/** Rows drawn at first, and more with each asking: a contact log of some years has thousands. */
const atOnce = 100

type Order = { readonly by: number; readonly down: boolean }

/** The rows of a duty as a table: whose it is, what it is, how it stands and by when; each heading orders it. */
export const DutyTable = ({
  duty,
  rows,
  context,
}: {
  duty: AnyDuty
  rows: readonly Shown[]
  context: DutyContext
}) => {
  const styles = useStyles()
  const { href } = useGo()
  // Null: what is due first.
  const [order, setOrder] = useState<Order | null>(null)
  const [most, setMost] = useState(atOnce)
  const withPupil = ofPupil(duty)
  const heads = [
    ...(withPupil ? [t`Pupil`] : []),
    ...duty.columns.map(({ words }) => words),
    t`How it stands`,
  ]
  const wordOf = (one: Shown, at: number): string => {
    const column = withPupil ? at - 1 : at
    return column === -1
      ? one.pupil
        ? `${one.pupil.surname} ${one.pupil.forename}`.toLowerCase()
        : ''
      : (one.order[column] ?? one.standing.word)
  }
  const inOrder = order
    ? rows.toSorted(
        (a, b) => (order.down ? -1 : 1) * wordOf(a, order.by).localeCompare(wordOf(b, order.by), 'en-GB'),
      )
    : rows
  const sortBy = (at: number) =>
    setOrder(order?.by === at ? (order.down ? null : { by: at, down: true }) : { by: at, down: false })
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((words, at) => (
              <th
                key={words}
                scope="col"
                aria-sort={order?.by === at ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <Button
                  size="small"
                  appearance="transparent"
                  className={styles.head}
                  iconPosition="after"
                  {...(order?.by === at
                    ? { icon: order.down ? <ArrowDownFilled /> : <ArrowUpFilled /> }
                    : {})}
                  onClick={() => sortBy(at)}
                >
                  {words}
                </Button>
              </th>
            ))}
            <th scope="col">
              <span className={styles.plain}>{t`Due`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.slice(0, most).map((one) => {
            const { row, pupil, standing, cells, state } = one
            const place = href({ at: 'duties', place: duty.place, duty: duty.name, key: row.key })
            const [first = '', ...rest] = cells
            const { due } = standing
            return (
              <tr key={row.key}>
                <th scope="row">
                  <Link href={place}>
                    {withPupil ? pupil ? <PupilName pupil={pupil} /> : noPupil : <Personal>{first}</Personal>}
                  </Link>
                </th>
                {(withPupil ? cells : rest).map((text, at) => {
                  const words = duty.columns[withPupil ? at : at + 1]!.words
                  return (
                    <td key={words} data-label={words}>
                      {text}
                    </td>
                  )
                })}
                <td data-label={t`How it stands`}>
                  <StatusMark
                    status={markOf(standing, context.today)}
                    word={state === 'overdue' ? t`${standing.word}, overdue` : standing.word}
                  />
                </td>
                <td data-label={t`Due`}>
                  {due && <Why why={due.why}>{due.day ? showDay(due.day) : t`Why`}</Why>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {inOrder.length > most && (
        <Button className={styles.more} onClick={() => setMost(most + atOnce)}>
          {t`Show ${Math.min(atOnce, inOrder.length - most)} more of ${inOrder.length}`}
        </Button>
      )}
    </div>
  )
}
