import { t } from '../../words/t.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { leadingKind, showLeading, whyOfLeading } from '../../domain/rules/leadingFigureKinds.ts'
import { changeWords, type Earlier, readLeading, worthSaying } from '../../domain/rules/leadingHistory.ts'
import { Why } from '../../ui/Why.tsx'
import { useLeadingStyles } from './useLeadingStyles.ts'

/** Figures of a report with their why, beside those of earlier days. Figures of nobody, then as now, are left out. */
export const FigureRows = ({
  text,
  asOf,
  last,
  year,
  fewest,
}: {
  text: string
  asOf: Day
  last: Earlier | null
  year: Earlier | null
  fewest: number
}) => {
  const styles = useLeadingStyles()
  const heads = {
    now: showDay(asOf),
    last: last && showDay(last.asOf),
    change: t`Change`,
    year: year && year.asOf !== last?.asOf ? showDay(year.asOf) : null,
  }
  const rows = [...readLeading(text)].flatMap(([id, value]) => {
    const kind = leadingKind(id)!
    return worthSaying(id, value, [last, year]) ? [{ kind, value }] : []
  })
  const then = (earlier: Earlier, id: string) =>
    earlier.figures.has(id) ? showLeading(leadingKind(id)!.unit, earlier.figures.get(id)!) : ''
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`Figure`}</th>
          <th scope="col">{heads.now}</th>
          {heads.last && <th scope="col">{heads.last}</th>}
          {heads.last && <th scope="col">{heads.change}</th>}
          {heads.year && <th scope="col">{heads.year}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, value }) => (
          <tr key={kind.id}>
            <th scope="row">{kind.words}</th>
            <td data-label={heads.now}>
              <Why why={whyOfLeading(kind, asOf, fewest)}>{showLeading(kind.unit, value)}</Why>
            </td>
            {heads.last && <td data-label={heads.last}>{then(last!, kind.id)}</td>}
            {heads.last && (
              <td data-label={heads.change}>{changeWords(kind.unit, value, last!.figures.get(kind.id))}</td>
            )}
            {heads.year && <td data-label={heads.year}>{then(year!, kind.id)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
