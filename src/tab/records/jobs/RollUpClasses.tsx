import { inWords, t } from '../../../words/t.ts'
import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { counted } from '../../../domain/counted.ts'
import { type YearGroup, yearGroups } from '../../../domain/rules/codes.ts'
import type { RollUpRow } from '../../../jobs/rollUp.ts'
import { classesAbove, classMoveKey, type ClassMove } from '../../../jobs/rollUpClasses.ts'

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    maxWidth: '640px',
    '& th, & td': { textAlign: 'left', padding: '4px 12px 4px 0', overflowWrap: 'anywhere' },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  input: { width: '100%', minWidth: 0 },
})

/** What each class that moves up is called next year, by `classMoveKey`; the names of the year above are offered. */
export const RollUpClasses = ({
  moves,
  rows,
  classes,
  onName,
}: {
  moves: readonly ClassMove[]
  rows: readonly RollUpRow[]
  classes: Readonly<Record<string, string>>
  onName: (key: string, name: string) => void
}) => {
  const styles = useStyles()
  const id = useId()
  const listId = (yearGroup: YearGroup) => `${id}${yearGroup}`
  if (moves.length === 0) return null
  return (
    <>
      <table className={styles.table} aria-label={t`Names of classes`}>
        <thead>
          <tr>
            <th scope="col">{t`Class now`}</th>
            <th scope="col">{t`Next year`}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ className, yearGroup, pupils: count }) => {
            const key = classMoveKey(className, yearGroup)
            return (
              <tr key={key}>
                <th scope="row">
                  {className}{' '}
                  <span className={styles.quiet}>
                    {inWords(yearGroups[yearGroup])} · {counted(count, 'pupil')}
                  </span>
                </th>
                <td>
                  <Input
                    className={styles.input}
                    aria-label={t`${className}, ${inWords(yearGroups[yearGroup])}, next year`}
                    placeholder={t`No class yet`}
                    maxLength={40}
                    list={listId(yearGroup)}
                    value={classes[key] ?? ''}
                    onChange={(_, { value }) => onName(key, value)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {[...new Set(moves.map(({ yearGroup }) => yearGroup))].map((yearGroup) => (
        <datalist key={yearGroup} id={listId(yearGroup)}>
          {classesAbove(rows, yearGroup).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      ))}
    </>
  )
}
