import { t } from '../../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { AddRegular, ArchiveRegular } from '@fluentui/react-icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Score } from '../../../domain/records/score.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { byKey } from '../../../domain/rules/impact.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { HistoryButton } from '../../../ui/history/HistoryButton.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useTableStyles } from '../../../ui/tableStyles.ts'
import { Unfinished } from '../../../ui/Unfinished.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { cellsOf, columns } from './scoreCells.tsx'
import { scoreLine, toolOptions } from './scoreOptions.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  scroll: {
    overflowX: 'auto',
    width: 'fit-content',
    maxWidth: '100%',
    minHeight: 'auto',
    flexGrow: 0,
    [narrowTable]: { width: 'auto' },
  },
  table: {
    width: 'auto',
    tableLayout: 'auto',
    minWidth: '480px',
    [narrowTable]: { ...narrowRows, minWidth: 0, padding: '0 10px' },
  },
  form: {
    padding: '16px',
    maxWidth: '900px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { padding: '0 10px', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  heading: { margin: '0 0 12px' },
})

const fields = [
  'tool',
  'day',
  'purpose',
  'form',
  'raw',
  'standardised',
  'ageMonths',
  'ageBound',
  'percentile',
  'low',
  'high',
  'value',
  'target',
  'testedBy',
]

/** Every score of a pupil with all that its tool gives, newest first; one can be added, changed or taken off. */
export const ScoreTable = ({
  pupil,
  scores,
  tools,
  purpose = null,
  words = t`Add a score`,
  empty = t`Enter a score with what its test gives: raw, standardised, age equivalent, interval. A score before and one after shows what support changed.`,
}: {
  pupil: string
  scores: readonly Stored<Score>[]
  tools: readonly Stored<AssessmentTool>[]
  /** What a score that is added here is taken as, to begin with. */
  purpose?: Score['purpose']
  /** Of the button that adds one. */
  words?: string
  /** What belongs here, where nothing is. */
  empty?: string
}) => {
  const styles = useStyles()
  const tableStyles = useTableStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Score)
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const { archive, trouble } = useArchive(Score)
  const form = useRef<HTMLDivElement>(null)
  const mayAdd = mayWrite && tools.length > 0 && !adding
  useKeys(mayAdd ? { n: () => setAdding(true) } : {})
  useEffect(() => {
    if (open !== null) form.current?.querySelector<HTMLElement>('input')?.focus()
  }, [open])
  const known = byKey(tools)
  const rows = scores
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map((score) => ({ score, cells: cellsOf(score, known.get(score.tool)) }))
  const shown = columns.filter(({ name }) => rows.some(({ cells }) => cells[name]))
  const editing = scores.find(({ key }) => key === open)
  const add = {
    words,
    given: { pupil, day: today, purpose },
    fields,
  }
  const options = { tool: toolOptions(tools) }
  return (
    <div className={styles.all}>
      {trouble && <TroubleNotice trouble={trouble} />}
      {rows.length === 0 && !adding ? (
        <Notice
          title={t`No scores yet`}
          todo={empty}
          action={
            mayAdd && (
              <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
                {words}
              </Button>
            )
          }
        />
      ) : (
        rows.length > 0 && (
          <div className={mergeClasses(tableStyles.scroll, styles.scroll)}>
            <table className={mergeClasses(tableStyles.table, styles.table)} aria-label={t`Scores`}>
              <thead>
                <tr>
                  {shown.map(({ name, words }) => (
                    <th key={name} scope="col" className={mergeClasses(tableStyles.head, styles.head)}>
                      {words}
                    </th>
                  ))}
                  <th scope="col" className={mergeClasses(tableStyles.head, styles.head)}>{t`Score`}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ score, cells }) => (
                  <tr key={score.key} className={tableStyles.row}>
                    {shown.map(({ name, words: label }, i) => (
                      <Cell key={name} first={i === 0} label={label}>
                        {cells[name]}
                      </Cell>
                    ))}
                    <td className={tableStyles.cell}>
                      <Button
                        size="small"
                        appearance="subtle"
                        aria-expanded={open === score.key}
                        aria-label={`${mayWrite ? 'Change' : 'Open'} ${scoreLine(score, known)}`}
                        onClick={() => setOpen(open === score.key ? null : score.key)}
                      >
                        {mayWrite ? t`Change` : t`Open`}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      )}
      {editing && (
        <div className={styles.form} ref={form}>
          <Text as="h3" size={400} weight="semibold" block className={styles.heading}>
            {known.get(editing.tool)?.name ?? t`Score`}, {showDay(editing.day)}
          </Text>
          <RecordForm
            key={editing.key}
            type={Score}
            record={editing}
            groups={[{ fields: [...fields, 'note'] }]}
            options={options}
          />
          <div className={styles.bar}>
            <HistoryButton type={Score} record={editing} options={options} />
            {mayWrite && (
              <Button
                size="small"
                appearance="subtle"
                icon={<ArchiveRegular />}
                onClick={() => void archive(editing, 'Taken off by hand')}
              >{t`Archive`}</Button>
            )}
            <Button size="small" appearance="subtle" onClick={() => setOpen(null)}>{t`Close`}</Button>
          </div>
        </div>
      )}
      {mayAdd && <Unfinished type={Score} add={add} onGoOn={() => setAdding(true)} />}
      {adding ? (
        <AddForm
          type={Score}
          title={add.words}
          given={add.given}
          fields={fields}
          options={options}
          latest={{ day: today }}
          onClose={() => setAdding(false)}
        />
      ) : (
        rows.length > 0 &&
        mayAdd && (
          <div>
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
              {words}
            </Button>
          </div>
        )
      )}
    </div>
  )
}

const Cell = ({ first, label, children }: { first: boolean; label: string; children: ReactNode }) => {
  const styles = useTableStyles()
  return first ? (
    <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
      {children}
    </th>
  ) : (
    <td data-label={label} className={styles.cell}>
      {children}
    </td>
  )
}
