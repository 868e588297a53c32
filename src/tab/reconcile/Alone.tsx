import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Child } from '../../domain/rules/reconcileTypes.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { factsOfRow, nameOfRow, rowOfChild } from './words.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})
const most = 60

/** Children of another list whom nobody of ours was found for; the person may know whose row it is. */
export const Alone = ({
  all,
  onSettle,
}: {
  all: readonly Child[]
  onSettle: (one: Child, other: Child, same: boolean) => void
}) => {
  const styles = useStyles()
  const strangers = all.filter(({ rows }) => rows.ours.length === 0)
  const ours = all
    .map((child, at) => ({ child, at }))
    .filter(({ child }) => child.rows.ours.length > 0 && child.matchedBy === null)
  const options = ours.map(({ child, at }) => {
    const row = rowOfChild(child)
    return { key: String(at), text: [nameOfRow(row), factsOfRow(row)].join(' · ') }
  })
  if (strangers.length === 0 || options.length === 0) return null
  return (
    <section aria-label={t`Rows without a pupil of ours`}>
      <Text
        as="h2"
        size={400}
        weight="semibold"
        block
        style={{ margin: '16px 0 4px' }}
      >{t`Rows without a pupil of ours`}</Text>
      <Text className={styles.quiet}>{t`Where you know whose row it is, choose the pupil.`}</Text>
      <ul className={styles.list}>
        {strangers.slice(0, most).map((child) => {
          const row = rowOfChild(child)
          return (
            <li key={`${row.row} ${nameOfRow(row)}`} className={styles.row}>
              <span>
                <Personal>{nameOfRow(row)}</Personal>
                <Text size={200} className={styles.quiet}>
                  <Personal>{factsOfRow(row)}</Personal>
                </Text>
              </span>
              <TypeAhead
                label={t`Whose row is it: ${nameOfRow(row)}`}
                options={options}
                value={null}
                required={false}
                readOnly={false}
                onChosen={(key) => {
                  const chosen = key === null ? undefined : all[Number(key)]
                  if (chosen) onSettle(chosen, child, true)
                }}
              />
            </li>
          )
        })}
      </ul>
      {strangers.length > most && (
        <Text className={styles.quiet}>{t`And ${strangers.length - most} more.`}</Text>
      )}
    </section>
  )
}
