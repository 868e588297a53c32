import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { hoursWords, missedWords } from '../../../domain/rules/ledgerWords.ts'
import { minutesDelivered } from '../../../domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../../domain/rules/ledgerTypes.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Share, StandingMark } from '../../../ui/ledger/LedgerMarks.tsx'
import { useGo } from '../../routes.ts'
import type { Line } from './rows.ts'

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '1100px',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '6px 16px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
    '& tfoot td, & tfoot th': { fontWeight: tokens.fontWeightSemibold },
  },
  number: {
    textAlign: 'right !important' as 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  name: { minWidth: '160px', overflowWrap: 'anywhere' },
  why: { minWidth: '150px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const mostRows = 150

/** Planned and delivered minutes, a row each, with what was missed and why. */
export const DeliveryTable = ({
  lines,
  caption,
  first,
  total,
}: {
  lines: readonly Line[]
  caption: string
  /** What the first column is called. */
  first: string
  total: LedgerSums
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, mostRows)
  const cells = (sums: LedgerSums) => (
    <>
      <td className={styles.number}>
        {sums.held} of {sums.planned}
      </td>
      <td className={styles.number}>{hoursWords(sums.minutesPlanned)}</td>
      <td className={styles.number}>{hoursWords(minutesDelivered(sums))}</td>
      <td className={styles.number}>
        <Share sums={sums} />
      </td>
    </>
  )
  return (
    <>
      <div className={styles.wrap}>
        <table className={styles.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" className={styles.number}>
                Sessions given
              </th>
              <th scope="col" className={styles.number}>
                Planned
              </th>
              <th scope="col" className={styles.number}>
                Delivered
              </th>
              <th scope="col" className={styles.number}>
                Share
              </th>
              <th scope="col">How it stands</th>
              <th scope="col">Missed and why</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, detail, personal, pupil, sums, toConfirm }) => (
              <tr key={key}>
                <th scope="row" className={styles.name}>
                  {pupil ? (
                    <Link href={href({ at: 'pupil', key: pupil.key, section: 'delivery' })}>
                      <Personal>{name}</Personal>
                    </Link>
                  ) : personal ? (
                    <Personal>{name}</Personal>
                  ) : (
                    name
                  )}
                  {detail && (
                    <Text size={200} block className={styles.quiet}>
                      {detail}
                    </Text>
                  )}
                </th>
                {cells(sums)}
                <td>
                  <StandingMark sums={sums} toConfirm={toConfirm} />
                </td>
                <td className={styles.why}>{missedWords(sums)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              {cells(total)}
              <td>
                <StandingMark sums={total} />
              </td>
              <td className={mergeClasses(styles.why, styles.quiet)}>{missedWords(total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {lines.length > shown.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {lines.length}
          </Button>
        </div>
      )}
    </>
  )
}
