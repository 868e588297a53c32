import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { showDay } from '../../../domain/rules/day.ts'
import { figureRows } from '../../../domain/rules/scenarioFigureRows.ts'
import { differenceWordsOf, figureWords } from '../../../domain/rules/scenarioWords.ts'
import { counted } from '../../../domain/counted.ts'
import { Why } from '../../../ui/Why.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { useTableLook } from '../shared/tableLook.ts'
import type { Reckoned } from './useScenario.ts'

export type Column = {
  readonly key: string
  readonly name: string
  readonly starts: string
  readonly is: Reckoned
}

const useStyles = makeStyles({
  title: { margin: '12px 0 4px' },
  column: { minWidth: '170px', verticalAlign: 'top', textAlign: 'left' },
  row: { verticalAlign: 'top' },
  narrow: { margin: 0 },
  pair: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  value: { margin: 0 },
})

const summary = ({ compared, applied }: Reckoned): string =>
  [
    counted(compared.pupils.length, 'pupil'),
    ...(applied.cant.length > 0 ? [t`${counted(applied.cant.length, 'change')} can’t be made`] : []),
  ].join(', ')

/** Scenarios side by side with the records as they are: each figure, what differs in words, and why. */
export const Figures = ({ columns }: { columns: readonly Column[] }) => {
  const styles = useStyles()
  const look = useTableLook()
  const isWide = useWide(700)
  const first = columns[0]
  if (!first) return null
  if (!isWide)
    return columns.map(({ key, name, starts, is }) => (
      <section key={key} aria-label={name}>
        <Text
          as="h3"
          size={300}
          weight="semibold"
          block
          className={styles.title}
        >{t`${name}, from ${showDay(starts)}`}</Text>
        <dl className={styles.narrow}>
          {figureRows.map((row) => (
            <div key={row.name} className={styles.pair}>
              <dt className={look.quiet}>{row.words}</dt>
              <dd className={styles.value}>
                <Why why={row.why(is.after, starts)}>{figureWords(row, row.value(is.after))}</Why>
                <Text
                  block
                  size={200}
                  className={look.quiet}
                >{t`${figureWords(row, row.value(is.before))} as it is: ${differenceWordsOf(row, is.compared.difference[row.name])}`}</Text>
              </dd>
            </div>
          ))}
        </dl>
        <Text block>{t`Touches ${summary(is)}.`}</Text>
      </section>
    ))
  const days = new Set(columns.map(({ starts }) => starts))
  return (
    <div className={look.scroll}>
      <table className={look.table} aria-label={t`Side by side`}>
        <thead>
          <tr>
            <th scope="col" className={look.head}>{t`Figure`}</th>
            <th scope="col" className={mergeClasses(look.head, styles.column)}>
              {t`As it is`}
              <Text block size={200} className={look.quiet}>{t`on ${showDay(first.starts)}`}</Text>
            </th>
            {columns.map(({ key, name, starts }) => (
              <th
                key={key}
                scope="col"
                className={mergeClasses(look.head, styles.column)}
                style={{ whiteSpace: 'normal' }}
              >
                {name}
                <Text block size={200} className={look.quiet}>{t`from ${showDay(starts)}`}</Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className={mergeClasses(look.cell, styles.row)}>
                {row.words}
              </th>
              <td className={mergeClasses(look.cell, styles.column)}>
                <Why why={row.why(first.is.before, first.starts)}>
                  {figureWords(row, row.value(first.is.before))}
                </Why>
              </td>
              {columns.map(({ key, starts, is }) => (
                <td key={key} className={mergeClasses(look.cell, styles.column)}>
                  <Why why={row.why(is.after, starts)}>{figureWords(row, row.value(is.after))}</Why>
                  <Text block size={200} className={look.quiet}>
                    {differenceWordsOf(row, is.compared.difference[row.name])}
                  </Text>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th
              scope="row"
              className={mergeClasses(look.cell, styles.row)}
            >{t`Pupils whose support changes`}</th>
            <td className={look.cell}>–</td>
            {columns.map(({ key, is }) => (
              <td key={key} className={mergeClasses(look.cell, styles.column)}>
                {summary(is)}
              </td>
            ))}
          </tr>
          <tr>
            <th
              scope="row"
              className={mergeClasses(look.cell, styles.row)}
            >{t`Section F that would fall`}</th>
            <td className={look.cell}>–</td>
            {columns.map(({ key, is }) => (
              <td key={key} className={mergeClasses(look.cell, styles.column)}>
                {is.compared.falls.length === 0 ? t`none known` : counted(is.compared.falls.length, 'line')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {days.size > 1 && (
        <Text
          size={200}
          className={look.quiet}
        >{t`They begin on different days: each is compared with the records as they are on its own day.`}</Text>
      )}
    </div>
  )
}
