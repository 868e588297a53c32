import { makeStyles, Text } from '@fluentui/react-components'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import type { KeyOptions, LatestDays } from './formOptions.ts'
import { useDraft } from './drafts.tsx'
import { FieldRow } from './FieldRow.tsx'
import { HistoryButton } from './history/HistoryButton.tsx'

export type Group = { readonly title?: string; readonly fields: readonly string[] }
const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: '28px', maxWidth: '860px' },
  foot: { marginTop: '-16px' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: '18px 20px',
    alignItems: 'start',
    marginTop: '10px',
  },
})

/** A stored record as a form that saves itself, field by field. */
export const RecordForm = ({
  type,
  record,
  groups,
  options = {},
  latest = {},
  history = false,
  readOnly = false,
}: {
  type: AnyRecordType
  record: Stored<unknown>
  groups: readonly Group[]
  options?: KeyOptions
  latest?: LatestDays
  /** For a form that stands by itself: who changed what lies under it. */
  history?: boolean
  readOnly?: boolean
}) => {
  const styles = useStyles()
  const draft = useDraft(type, record)
  return (
    <div className={styles.groups}>
      {groups.map(({ title, fields }) => (
        <section key={title ?? fields[0]}>
          {title && (
            <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
              {title}
            </Text>
          )}
          <div className={styles.grid}>
            {fields.map((name) => (
              <FieldRow
                key={name}
                type={type}
                name={name}
                draft={draft}
                readOnly={readOnly}
                options={options[name] ?? []}
                latest={latest[name] ?? null}
              />
            ))}
          </div>
        </section>
      ))}
      {history && (
        <div className={styles.foot}>
          <HistoryButton type={type} record={record} options={options} />
        </div>
      )}
    </div>
  )
}
