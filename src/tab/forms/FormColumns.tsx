import { entriesInWords, t } from '../../words/t.ts'
import { Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { View, viewOwners } from '../../domain/records/view.ts'
import { showDay } from '../../domain/rules/day.ts'
import { type ColumnRole, columnRoles } from '../../importing/forms/columns.ts'
import type { ImportTable } from '../../importing/importFile.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import type { Forms } from './useForms.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  fields: {
    display: 'grid',
    gap: '12px 16px',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
  },
  columns: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 280px)',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    display: 'block',
  },
})

/** What is settled for the whole form: its name, whose words they are, and what each column is. */
export const FormColumns = ({
  forms,
  table,
  settings,
}: {
  forms: Forms
  table: ImportTable
  settings: NonNullable<Forms['settings']>
}) => {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={t`The form`}>
      <div className={styles.fields}>
        <Field label={t`Name of the form`} hint={t`Under it the answers are recognised next time`}>
          <Input
            value={settings.form}
            maxLength={120}
            onChange={(_, { value }) => forms.settle({ form: value })}
          />
        </Field>
        <Field label={t`Whose words they are`}>
          <Select
            value={settings.whose}
            onChange={(_, { value }) => forms.settle({ whose: value as View['whose'] })}
          >
            {entriesInWords(viewOwners).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        {table.sheets && table.sheets.names.length > 1 && (
          <Field label={t`Sheet`}>
            <Select value={table.sheets.chosen} onChange={(_, { value }) => forms.sheet(value)}>
              {table.sheets.names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Checkbox
        checked={settings.link}
        onChange={(_, { checked }) => forms.settle({ link: checked === true })}
        label={t`For the pupil’s next review, where one is planned: they then stand in its minutes`}
      />
      <Text as="h2" weight="semibold" style={{ margin: 0 }}>{t`What each column is`}</Text>
      {!settings.columns.includes('submitted') && (
        <Text>{t`No column says when it was sent in: ${showDay(settings.day)} is taken.`}</Text>
      )}
      <ul className={styles.columns}>
        {table.headings.map((heading, at) => {
          const sample = table.rows.find(({ cells }) => (cells[at] ?? '').trim() !== '')?.cells[at] ?? ''
          if (heading === '' && sample === '') return null
          return (
            <li key={at} className={styles.column}>
              <div style={{ minWidth: 0 }}>
                <Text block>{heading || t`Column ${at + 1}`}</Text>
                <Text size={200} className={styles.quiet}>
                  {sample ? <Personal>{t`such as “${sample}”`}</Personal> : t`blank in every row`}
                </Text>
              </div>
              <Select
                aria-label={t`${heading || t`Column ${at + 1}`} is`}
                value={settings.columns[at] ?? 'none'}
                onChange={(_, { value }) => forms.setRole(at, value as ColumnRole)}
              >
                {Object.entries(columnRoles).map(([role, words]) => (
                  <option key={role} value={role}>
                    {words}
                  </option>
                ))}
              </Select>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
