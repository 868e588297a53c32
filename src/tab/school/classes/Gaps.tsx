import { t } from '../../../words/t.ts'
import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { ClassTeacher } from '../../../domain/records/classTeacher.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { classGaps, type ClassGap } from '../../../domain/rules/classStaff.ts'
import type { Day } from '../../../domain/rules/day.ts'

const useStyles = makeStyles({
  bar: { maxWidth: '860px' },
  list: { margin: '4px 0', paddingLeft: '20px', color: tokens.colorNeutralForeground1 },
})

const gapWords = (gap: ClassGap): string => {
  if (gap.is === 'nobody')
    return t`Class ${gap.className} has ${counted(gap.pupils, 'pupil')} but nobody is put down for it`
  if (gap.is === 'noPupils') return t`Somebody is put down for class ${gap.className}, which no pupil is in`
  return t`${gap.name}, ${gap.className}, has no sign-in address: “My classes” can’t find them`
}

/** What is missing between pupils’ classes and their staff. Nothing where nothing is. */
export const Gaps = ({
  rows,
  pupils,
  today,
}: {
  rows: readonly Stored<ClassTeacher>[]
  pupils: readonly Stored<Pupil>[]
  today: Day
}) => {
  const styles = useStyles()
  const gaps = rows.length === 0 ? [] : classGaps(rows, pupils, today)
  if (gaps.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {counted(gaps.length, 'gap')}
        <ul className={styles.list}>
          {gaps.map((gap) => (
            <li key={`${gap.is} ${gap.className} ${gap.is === 'noAddress' ? gap.name : ''}`}>
              {gapWords(gap)}.
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
