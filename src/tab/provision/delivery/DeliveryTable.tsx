import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { hoursWords, missedWords } from '../../../domain/rules/ledgerWords.ts'
import { minutesDelivered } from '../../../domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../../domain/rules/ledgerTypes.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Share, StandingMark } from '../../../ui/ledger/LedgerMarks.tsx'
import { useGo } from '../../routes.ts'
import { useTableLook } from '../shared/tableLook.ts'
import type { Line } from './rows.ts'

const useStyles = makeStyles({
  name: { minWidth: '160px', overflowWrap: 'anywhere', verticalAlign: 'top' },
  top: { verticalAlign: 'top' },
  // The one column of words: a line of its own where a row is a block.
  why: {
    minWidth: '150px',
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
    '@media screen and (max-width: 760px)': { gridColumn: '1 / -1' },
  },
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
  const look = useTableLook()
  const number = mergeClasses(look.cell, look.number, styles.top)
  const headNumber = mergeClasses(look.head, look.number)
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, mostRows)
  const cells = (sums: LedgerSums) => (
    <>
      <td data-label={t`Sessions given`} className={number}>{t`${sums.held} of ${sums.planned}`}</td>
      <td data-label={t`Planned`} className={number}>
        {hoursWords(sums.minutesPlanned)}
      </td>
      <td data-label={t`Delivered`} className={number}>
        {hoursWords(minutesDelivered(sums))}
      </td>
      <td data-label={t`Share`} className={number}>
        <Share sums={sums} />
      </td>
    </>
  )
  return (
    <>
      <div className={look.scroll}>
        <table className={look.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col" className={look.head}>
                {first}
              </th>
              <th scope="col" className={headNumber}>{t`Sessions given`}</th>
              <th scope="col" className={headNumber}>{t`Planned`}</th>
              <th scope="col" className={headNumber}>{t`Delivered`}</th>
              <th scope="col" className={headNumber}>{t`Share`}</th>
              <th scope="col" className={look.head}>{t`How it stands`}</th>
              <th scope="col" className={look.head}>{t`Missed and why`}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, detail, personal, pupil, sums, toConfirm }) => (
              <tr key={key}>
                <th scope="row" className={mergeClasses(look.cell, styles.name)}>
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
                <td data-label={t`How it stands`} className={mergeClasses(look.cell, styles.top)}>
                  <StandingMark sums={sums} toConfirm={toConfirm} />
                </td>
                <Missed words={missedWords(sums)} className={mergeClasses(look.cell, styles.why)} />
              </tr>
            ))}
          </tbody>
          <tfoot className={look.foot}>
            <tr>
              <th scope="row" className={mergeClasses(look.cell, look.foot)}>{t`Together`}</th>
              {cells(total)}
              <td data-label={t`How it stands`} className={mergeClasses(look.cell, styles.top)}>
                <StandingMark sums={total} />
              </td>
              <Missed
                words={missedWords(total)}
                className={mergeClasses(look.cell, styles.why, styles.quiet)}
              />
            </tr>
          </tfoot>
        </table>
      </div>
      {lines.length > shown.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>{t`Show all ${lines.length}`}</Button>
        </div>
      )}
    </>
  )
}

/** Nothing missed takes no line of its own where a row is a block. */
const Missed = ({ words, className }: { words: string; className: string }) => (
  <td data-label={words === '' ? undefined : t`Missed and why`} className={className}>
    {words}
  </td>
)
