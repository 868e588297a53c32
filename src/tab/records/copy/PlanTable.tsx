import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted, showCount } from '../../../domain/counted.ts'
import type { ListPlan, RestorePlan } from '../../../export/compareCopy.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': { padding: '5px 16px 5px 0', textAlign: 'left', verticalAlign: 'top' },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
})
const most = 50
const show = (count: number) => (count === 0 ? '–' : showCount(count))

const trouble = ({ type, differs, refused, unreadable }: ListPlan): string[] => [
  ...refused.map(({ row, why }) => t`${type.list}, row ${row} of the copy can’t be stored: ${why}`),
  ...differs.map(
    ({ fields }) => t`${type.list}: a record here differs in ${fields.join(', ')} and stays as it is`,
  ),
  ...(unreadable > 0
    ? [
        t`${type.list}: ${counted(unreadable, 'row')} could not be read when the copy was made and can’t be brought in`,
      ]
    : []),
]

/** List by list what a copy holds against what is here, then each record that can't be brought in, and why. */
export const PlanTable = ({ plan }: { plan: RestorePlan }) => {
  const styles = useStyles()
  const lists = plan.lists.filter(
    ({ fresh, toArchive, same, differs, refused, unreadable }) =>
      fresh.length + toArchive.length + same + differs.length + refused.length + unreadable > 0,
  )
  const documents = (is: string) => plan.documents.filter((each) => each.is === is).length
  const every = [
    ...plan.lists.flatMap(trouble),
    ...(documents('differs') > 0
      ? [
          t`${counted(documents('differs'), 'document')} of the same name are here with another content, and stay`,
        ]
      : []),
    ...(documents('noSite') > 0
      ? [
          t`${counted(documents('noSite'), 'document')} belong to a site that isn’t here or that you can’t open`,
        ]
      : []),
  ]
  const times = new Map<string, number>()
  for (const line of every) times.set(line, (times.get(line) ?? 0) + 1)
  const lines = [...times].map(([line, count]) => (count > 1 ? t`${line} (${count} times)` : line))
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
      <div className={styles.scroll} role="region" aria-label={t`What the copy holds`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`List`}</th>
              <th scope="col" className={styles.number}>{t`New`}</th>
              <th scope="col" className={styles.number}>{t`Here, the same`}</th>
              <th scope="col" className={styles.number}>{t`Here, different`}</th>
              <th scope="col" className={styles.number}>{t`Can’t be stored`}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(({ type, fresh, toArchive, same, differs, refused, unreadable }) => (
              <tr key={type.name}>
                <th scope="row">{type.list}</th>
                <td className={styles.number}>{show(fresh.length)}</td>
                <td className={styles.number}>{show(same + toArchive.length)}</td>
                <td className={styles.number}>{show(differs.length)}</td>
                <td className={styles.number}>{show(refused.length + unreadable)}</td>
              </tr>
            ))}
            {plan.documents.length > 0 && (
              <tr>
                <th scope="row">{t`Documents`}</th>
                <td className={styles.number}>{show(documents('fresh'))}</td>
                <td className={styles.number}>{show(documents('same'))}</td>
                <td className={styles.number}>{show(documents('differs'))}</td>
                <td className={styles.number}>{show(documents('noSite'))}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {lines.length > 0 && (
        <>
          <Text weight="semibold">{t`Left as it is, or not stored`}</Text>
          <ul className={styles.list}>
            {lines.slice(0, most).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lines.length > most && <li>{t`and ${showCount(lines.length - most)} more`}</li>}
          </ul>
        </>
      )}
    </>
  )
}
