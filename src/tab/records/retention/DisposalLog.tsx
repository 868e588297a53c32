import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import { retentionGroups } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import type { Grounds } from './grounds.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    minWidth: '860px',
    maxWidth: '1180px',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '6px 16px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { whiteSpace: 'nowrap' },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  button: { '@media print': { display: 'none' } },
})

/** What was disposed of, newest first. It names no child: the key of a record leads nowhere once the record is gone. */
export const DisposalLog = ({ grounds }: { grounds: Grounds }) => {
  const styles = useStyles()
  const services = useServices()
  const [busy, setBusy] = useState(false)
  const rows = grounds.log.toSorted((a, b) => (`${a.on}${a.createdAt}` < `${b.on}${b.createdAt}` ? 1 : -1))
  const exportCsv = async () => {
    setBusy(true)
    try {
      const { copyCsv } = await import('../../../export/copyCsv.ts')
      const bytes = new TextEncoder().encode(copyCsv(Disposal, rows, () => undefined))
      services.download(t`Disposal log ${services.today()}.csv`, bytes, 'text/csv')
    } finally {
      setBusy(false)
    }
  }
  if (rows.length === 0) {
    return (
      <Notice
        title={t`Nothing was disposed of yet`}
        todo={t`Each disposal leaves a line here: the day, the rule, how much went, who decided. It names no child.`}
      />
    )
  }
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`What was disposed of, by whom and under which rule. It names no child; keep it for as long as the school answers for its records.`}</Text>
      <div>
        <Button
          className={styles.button}
          icon={<ArrowDownloadRegular />}
          disabled={busy}
          onClick={() => void exportCsv()}
        >{t`Download as CSV`}</Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t`Disposal log`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`On`}</th>
              <th scope="col">{t`Records`}</th>
              <th scope="col">{t`Rule`}</th>
              <th scope="col" className={styles.number}>{t`Rows`}</th>
              <th scope="col" className={styles.number}>{t`Files`}</th>
              <th scope="col">{t`Decided by`}</th>
              <th scope="col">{t`State`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LogRow key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const LogRow = ({ row }: { row: Stored<Disposal> }) => {
  const styles = useStyles()
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>{showDay(row.on)}</td>
      <td>
        {inWords(retentionGroups[row.group])}
        <Text block size={200} className={styles.quiet}>
          {row.listed}
        </Text>
      </td>
      <td>
        {row.rule}
        {row.due && (
          <Text block size={200} className={styles.quiet}>{t`Could go from ${showDay(row.due)}`}</Text>
        )}
      </td>
      <td className={styles.number}>{row.rows ?? 0}</td>
      <td className={styles.number}>{row.files ?? 0}</td>
      <td>{row.decidedBy}</td>
      <td>
        <StatusMark
          status={row.state === 'done' ? 'done' : row.state === 'begun' ? 'overdue' : 'unknown'}
          word={inWords(Disposal.fields.state.choices[row.state])}
        />
      </td>
    </tr>
  )
}
