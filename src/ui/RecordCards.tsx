import { t } from '../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { AddRegular, ArchiveRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { AddForm } from './AddForm.tsx'
import { FoldedCard } from './FoldedCard.tsx'
import { Notice, TroubleNotice } from './Loaded.tsx'
import type { KeyOptions, LatestDays } from './formOptions.ts'
import { type Group, RecordForm } from './RecordForm.tsx'
import { HistoryButton } from './history/HistoryButton.tsx'
import { useKeys } from './keys.ts'
import { type NewRecord, Unfinished } from './Unfinished.tsx'
import { useArchive } from './useArchive.ts'
import { useMayWrite } from './writeAccess.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', maxWidth: '900px' },
  add: { padding: '12px 0' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '16px' },
})

type Summary<T> = (record: T) => ReactNode

/** The records of one type that belong to something, one line each, opened in place to be edited. */
export const RecordCards = <T extends Stored<unknown>>({
  type,
  records,
  summary,
  groups,
  options = {},
  latest = {},
  add,
  empty,
  aside,
  above,
  part,
  opened = null,
}: {
  type: AnyRecordType
  records: readonly T[]
  summary: Summary<T>
  groups: readonly Group[]
  options?: KeyOptions
  latest?: LatestDays
  /** How a new one begins; left out where none can be added here. */
  add?: NewRecord
  empty: { readonly title: string; readonly todo: string }
  aside?: Summary<T>
  /** Shown above the form of an open record. */
  above?: Summary<T>
  /** The heading under which a record stands, where a list has parts; records come in the order of their parts. */
  part?: ((record: T) => string) | undefined
  /** The key of the record to begin with open; of anything else: to begin with adding. */
  opened?: string | null
}) => {
  const styles = useStyles()
  const known = records.some(({ key }) => key === opened)
  const [adding, setAdding] = useState(opened !== null && !known)
  const [open, setOpen] = useState<string | null>(known ? opened : null)
  const { archive, trouble } = useArchive(type)
  const mayWrite = useMayWrite(type)
  const mayAdd = add !== undefined && !adding && mayWrite
  useKeys(mayAdd ? { n: () => setAdding(true) } : {})
  const addButton = mayAdd && (
    <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
      {add.words}
    </Button>
  )
  return (
    <div className={styles.list}>
      {trouble && <TroubleNotice trouble={trouble} />}
      {records.length === 0 && !adding && <Notice {...empty} action={addButton} />}
      {records.map((record, i) => (
        <FoldedCard
          key={record.key}
          heading={part && (i === 0 || part(records[i - 1]!) !== part(record)) ? part(record) : null}
          open={open === record.key}
          onToggle={() => setOpen(open === record.key ? null : record.key)}
          summary={summary(record)}
          aside={aside?.(record)}
        >
          {above?.(record)}
          <RecordForm type={type} record={record} groups={groups} options={options} latest={latest} />
          <div className={styles.foot}>
            <HistoryButton type={type} record={record} options={options} />
            {mayWrite && (
              <Button
                size="small"
                appearance="subtle"
                icon={<ArchiveRegular />}
                onClick={() => void archive(record, 'Taken off by hand')}
              >{t`Archive`}</Button>
            )}
          </div>
        </FoldedCard>
      ))}
      {mayAdd && <Unfinished type={type} add={add} onGoOn={() => setAdding(true)} />}
      <div className={styles.add}>
        {adding && add ? (
          <AddForm
            type={type}
            title={add.words}
            given={add.given}
            fields={add.fields}
            options={options}
            latest={latest}
            onClose={() => setAdding(false)}
          />
        ) : (
          records.length > 0 && addButton
        )}
      </div>
    </div>
  )
}

/** A line with a quiet second part under it, for summaries. */
export const TwoLines = ({ first, second }: { first: ReactNode; second?: ReactNode }) => (
  <>
    <Text block>{first}</Text>
    {second && (
      <Text block size={200}>
        {second}
      </Text>
    )}
  </>
)
