import { t } from '../../words/t.ts'
import { makeStyles, Text } from '@fluentui/react-components'
import type { FormTable } from '../../documents/form/fields.ts'
import { listFact } from '../../documents/form/listFacts.ts'
import type { Mapping } from '../../documents/form/propose.ts'
import { TypeAhead } from '../controls/TypeAhead.tsx'
import { listOptions } from './factOptions.ts'
import { without } from './placingWith.ts'

const useStyles = makeStyles({
  label: { overflowWrap: 'anywhere' },
  columns: { display: 'grid', gap: '6px', paddingLeft: '16px' },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    gap: '4px 16px',
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** What a table to fill row by row is called: the heading above it, or its columns. */
export const tableName = ({ context, columns }: FormTable): string =>
  context[0] || columns.map(({ label }) => label).join(', ')

/** What the rows of a table are, and what stands in each column: both to choose. */
export const TableAnswer = ({
  table,
  mapped,
  onChange,
}: {
  table: FormTable
  mapped: Mapping['tables'][string] | undefined
  onChange: (next: Mapping['tables'][string] | null) => void
}) => {
  const styles = useStyles()
  const list = mapped && listFact(mapped.list)
  const columns = Object.entries(list?.columns ?? {}).map(([key, { label }]) => ({ key, text: label }))
  const name = tableName(table)
  return (
    <>
      <div className={styles.column}>
        <Text>{t`What the rows are`}</Text>
        <TypeAhead
          label={t`What the rows of ${name} are`}
          options={listOptions}
          value={mapped?.list ?? null}
          required={false}
          readOnly={false}
          onChosen={(chosen) => onChange(chosen ? { list: chosen, columns: {} } : null)}
        />
      </div>
      {list && (
        <div className={styles.columns}>
          {table.columns.map(({ id, label }) => (
            <div key={id} className={styles.column}>
              <Text className={styles.label}>{label || t`Column without a name`}</Text>
              <TypeAhead
                label={t`What goes to ${label}`}
                options={columns}
                value={mapped.columns[id] ?? null}
                required={false}
                readOnly={false}
                onChosen={(chosen) =>
                  onChange({
                    list: mapped.list,
                    columns: chosen ? { ...mapped.columns, [id]: chosen } : without(mapped.columns, id),
                  })
                }
              />
            </div>
          ))}
        </div>
      )}
    </>
  )
}
