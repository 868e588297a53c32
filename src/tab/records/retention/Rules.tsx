import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { RetentionRule, retentionGroups } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import {
  certaintyWords,
  type RetentionGroup,
  ruleOn,
  showPeriod,
  usualRules,
} from '../../../domain/rules/retentionRules.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import type { Grounds } from './grounds.ts'
import { RuleForm } from './RuleForm.tsx'
import { useReadAnew } from './useRetention.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '1000px' },
  rule: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 1fr) minmax(240px, 1.4fr) minmax(220px, 1.2fr)',
    gap: '4px 24px',
    padding: '12px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  head: {
    maxWidth: '1000px',
    boxSizing: 'border-box',
    '@media (max-width: 760px)': { display: 'none' },
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    padding: '0 4px 4px',
  },
  own: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start' },
  form: { gridColumn: '1 / -1', paddingTop: '8px' },
  button: { '@media print': { display: 'none' } },
})

const counted = RetentionRule.fields.counted.choices
const says = (rule: { counted: keyof typeof counted; years: number; months: number | null }) => {
  const period = showPeriod(rule)
  return t`${period[0]!.toUpperCase()}${period.slice(1)}, counted from: ${counted[rule.counted].toLowerCase()}`
}

/** How long each group is kept: what is usual, whose rule that is, and what the school settled, from which day on. */
export const Rules = ({ grounds }: { grounds: Grounds }) => {
  const styles = useStyles()
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`The law sets no number of years: personal data may not be kept longer than necessary (UK GDPR, article 5(1)(e)), and the school decides what that means. What is usual applies until your school sets its own. Agree it with your data protection officer.`}</Text>
      <div className={`${styles.rule} ${styles.head}`} aria-hidden>
        <span>{t`Records`}</span>
        <span>{t`What is usual`}</span>
        <span>{t`What your school decided`}</span>
      </div>
      <ul className={styles.list}>
        {(Object.keys(retentionGroups) as RetentionGroup[]).map((group) => (
          <Group key={group} group={group} grounds={grounds} />
        ))}
      </ul>
    </>
  )
}

const Group = ({ group, grounds }: { group: RetentionGroup; grounds: Grounds }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(RetentionRule)
  const [adding, setAdding] = useState(false)
  const usual = usualRules[group]
  const now = ruleOn(grounds.rules, group, today)
  const rows = (grounds.rules as readonly Stored<RetentionRule>[])
    .filter((row) => row.group === group)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <li className={styles.rule}>
      <div>
        <Text weight="semibold" block id={`rule-${group}`}>
          {inWords(retentionGroups[group])}
        </Text>
        <Text block size={200} className={styles.quiet}>
          {usual.note}
        </Text>
      </div>
      <div>
        <Text block>{says(usual)}</Text>
        <Text block size={200} className={styles.quiet}>
          {usual.source}. {certaintyWords[usual.certainty]}.
        </Text>
      </div>
      <div className={styles.own}>
        {rows.length === 0 && <Text className={styles.quiet}>{t`Nothing yet: what is usual applies`}</Text>}
        {rows.map((row) => (
          <OwnRow
            key={row.key}
            row={row}
            state={row.from > today ? t`begins later` : row.from === now.from ? t`in force` : t`replaced`}
          />
        ))}
        {mayWrite && !adding && (
          <Button
            size="small"
            className={styles.button}
            aria-describedby={`rule-${group}`}
            onClick={() => setAdding(true)}
          >
            {rows.length === 0 ? t`Set your own` : t`Add a newer rule`}
          </Button>
        )}
      </div>
      {adding && (
        <div className={styles.form}>
          <RuleForm group={group} now={now} grounds={grounds} onClose={() => setAdding(false)} />
        </div>
      )}
    </li>
  )
}

const OwnRow = ({ row, state }: { row: Stored<RetentionRule>; state: string }) => {
  const styles = useStyles()
  const readAnew = useReadAnew()
  const mayWrite = useMayWrite(RetentionRule)
  const { archive, trouble } = useArchive(RetentionRule)
  return (
    <div>
      <Text block>{says(row)}</Text>
      <Text
        block
        size={200}
        className={styles.quiet}
      >{t`From ${showDay(row.from)}, ${state}${row.source ? `. ${row.source}` : ''}`}</Text>
      {mayWrite && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          onClick={() => void archive(row, 'Rule taken back').then(readAnew)}
        >{t`Take back`}</Button>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  )
}
