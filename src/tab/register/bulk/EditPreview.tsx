import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import { saidOf } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import { type EditRow, isChanged } from '../../../jobs/editPupils.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '16px' },
  scroll: {
    maxHeight: '34vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { padding: '6px 12px', display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const told = (name: string, value: Parameters<typeof saidOf>[1]) =>
  saidOf(fieldOf(Pupil, name), value) || 'blank'
const wordsOf = (row: EditRow): string => {
  if (row.refused) return row.refused
  const changes = Object.entries(row.changes)
  return changes.length === 0
    ? t`Is so already`
    : changes
        .map(
          ([name, { from, to }]) =>
            `${inWords(fieldOf(Pupil, name).label)}: ${told(name, from)} → ${told(name, to)}`,
        )
        .join(' · ')
}

/** Each pupil before and after; those who can't be changed first. */
export const EditPreview = ({ rows }: { rows: readonly EditRow[] }) => {
  const styles = useStyles()
  const refused = rows.filter((row) => row.refused !== null)
  const changed = rows.filter(isChanged)
  const same = rows.length - refused.length - changed.length
  const inOrder = [...refused, ...changed, ...rows.filter((row) => !row.refused && !isChanged(row))]
  return (
    <section className={styles.part} aria-label={t`Before and after`}>
      <Text weight="semibold">
        {[
          `${counted(changed.length, 'pupil')} ${changed.length === 1 ? 'changes' : 'change'}`,
          same > 0 && t`${same} ${same === 1 ? 'is' : 'are'} so already`,
          refused.length > 0 && t`${refused.length} can’t be changed`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <VirtualList
        rows={inOrder}
        keyOf={({ pupil }) => pupil.key}
        height={52}
        scroll={styles.scroll}
        region={t`Pupils before and after`}
        row={styles.row}
      >
        {(row) => (
          <>
            <Text block>
              <Personal>{fullName(row.pupil)}</Personal>
            </Text>
            <Text block size={200} className={styles.quiet}>
              {wordsOf(row)}
            </Text>
          </>
        )}
      </VirtualList>
    </section>
  )
}
