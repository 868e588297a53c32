import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { DocumentRows } from '../../../documents/rows/rowsIn.ts'
import type { Settled } from '../useReadBack.ts'
import { AddedRowCard } from './AddedRowCard.tsx'
import { DeletedRowCard } from './DeletedRowCard.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/**
 * Rows that people added or deleted in Word, each with its question. `onNoted` is told what the fields of a row say
 * from now on, once its record is stored and it has controls.
 */
export const RowCards = ({
  rows: { added, deleted, missing },
  file,
  onNoted,
}: {
  rows: Pick<DocumentRows, 'added' | 'deleted' | 'missing'>
  file: ReviewFile
  onNoted: (texts: Settled) => void
}) => {
  const styles = useStyles()
  if (added.length + deleted.length === 0) return null
  return (
    <section className={styles.all} aria-label={t`Rows added or deleted in Word`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`${[
        added.length > 0 && counted(added.length, 'row added', 'rows added'),
        deleted.length > 0 && counted(deleted.length, 'row deleted', 'rows deleted'),
      ]
        .filter(Boolean)
        .join(', ')} in Word`}</Text>
      {added.map((row) => (
        <AddedRowCard key={row.key} row={row} file={file} onNoted={onNoted} />
      ))}
      {deleted.map((row) => (
        <DeletedRowCard
          key={row.place.key}
          row={row}
          rows={missing.rows.filter(
            ({ place: { type, key } }) => type === row.place.type && key === row.place.key,
          )}
          onNoted={onNoted}
        />
      ))}
    </section>
  )
}
