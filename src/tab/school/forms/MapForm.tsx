import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type ComponentProps, useState } from 'react'
import { type FormField, placeName } from '../../../documents/form/fields.ts'
import type { Placing } from '../../../documents/form/pack.ts'
import { wordsOfMapped } from '../../../ui/form/factOptions.ts'
import { FieldAnswer } from '../../../ui/form/FieldAnswer.tsx'
import { withField, withLimit, withTable } from '../../../ui/form/placingWith.ts'
import { TableAnswer, tableName } from '../../../ui/form/TableAnswer.tsx'
import type { OpenForm } from '../../../ui/form/usePacks.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '980px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  part: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr) auto',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  label: { overflowWrap: 'anywhere', '@media (max-width: 640px)': { gridColumn: '1 / -1' } },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Shown = 'all' | 'open' | 'placed'

const partsOf = (fields: readonly FormField[]) => {
  const parts: { name: string; fields: FormField[] }[] = []
  for (const field of fields) {
    const name = field.context[0] ?? ''
    const last = parts.at(-1)
    if (last?.name === name) last.fields.push(field)
    else parts.push({ name, fields: [field] })
  }
  return parts
}

/** Every place of a form with what goes there, to look through and to put right. */
export const MapForm = ({ open, onChange }: { open: OpenForm; onChange: (placing: Placing) => void }) => {
  const styles = useStyles()
  const [shown, setShown] = useState<Shown>('all')
  const { form, guarded, floating } = open.file
  const { mapping } = open.placing
  const places = form.fields.length + form.tables.length
  const placed =
    form.fields.filter(({ id }) => mapping.fields[id]).length +
    form.tables.filter(({ id }) => mapping.tables[id]).length
  const shows = (isPlaced: boolean) => shown === 'all' || (shown === 'placed') === isPlaced
  if (places === 0)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t`No place to fill was found in this document. Is it the authority’s empty form, as a Word document? Forms on the authority’s own website are filled by hand: each review’s “Copy into a portal” helps.`}</MessageBarBody>
      </MessageBar>
    )
  return (
    <div className={styles.whole}>
      <Text>{t`${places} places found in the form; ${placed} of them got something from the record by their labels. Look through them: what stays open is left empty for somebody to fill in.`}</Text>
      {guarded && (
        <Text
          className={styles.quiet}
        >{t`This form lets only its fields be typed into. Filling it from here works all the same.`}</Text>
      )}
      {floating > 0 && (
        <Text
          className={styles.quiet}
        >{t`${floating === 1 ? t`A box that floats` : t`${floating} boxes that float`} over the page can’t be filled from here.`}</Text>
      )}
      {open.compared && open.compared.fresh.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t`${open.compared.fresh.length} of its places are new since this pack was made, and ${open.compared.gone.length} that it knew are gone. The new ones are open below.`}</MessageBarBody>
        </MessageBar>
      )}
      <TabList
        size="small"
        selectedValue={shown}
        onTabSelect={(_, { value }) => setShown(value as Shown)}
        aria-label={t`Which places`}
      >
        <Tab value="all">{t`All ${places}`}</Tab>
        <Tab value="open">{t`Open ${places - placed}`}</Tab>
        <Tab value="placed">{t`From the record ${placed}`}</Tab>
      </TabList>
      {partsOf(form.fields.filter(({ id }) => shows(Boolean(mapping.fields[id])))).map((part, at) => (
        <section key={`${part.name} ${at}`} aria-label={part.name || t`The form`}>
          {part.name && <h3 className={styles.part}>{part.name}</h3>}
          <ul className={styles.list}>
            {part.fields.map((field) => (
              <FieldPlace
                key={field.id}
                field={field}
                placing={open.placing}
                onKey={(key) => onChange(withField(open.placing, field.id, key))}
                onLimit={(most) => onChange(withLimit(open.placing, field.id, most))}
              />
            ))}
          </ul>
        </section>
      ))}
      {form.tables
        .filter(({ id }) => shows(Boolean(mapping.tables[id])))
        .map((table) => (
          <TablePlace
            key={table.id}
            table={table}
            mapped={mapping.tables[table.id]}
            onChange={(next) => onChange(withTable(open.placing, table.id, next))}
          />
        ))}
    </div>
  )
}

const FieldPlace = ({ field, placing, onKey, onLimit }: ComponentProps<typeof FieldAnswer>) => {
  const styles = useStyles()
  const [editing, setEditing] = useState(false)
  const mapped = placing.mapping.fields[field.id]
  const most = placing.limits[field.id] ?? field.most
  const label = placeName(field)
  return (
    <li className={styles.row}>
      <Text className={styles.label}>
        {label}
        {field.takes === 'tick' && <span className={styles.quiet}> {t`(box)`}</span>}
        {most !== null && !editing && (
          <span className={styles.quiet}> {t`(at most ${most} characters)`}</span>
        )}
      </Text>
      {editing ? (
        <span>
          <FieldAnswer field={field} placing={placing} onKey={onKey} onLimit={onLimit} />
        </span>
      ) : (
        <Text className={mapped ? undefined : styles.quiet}>
          {mapped ? wordsOfMapped(mapped) : t`Open: filled in by hand`}
        </Text>
      )}
      <Button
        size="small"
        appearance="subtle"
        aria-label={editing ? t`Done with ${label}` : t`Change ${label}`}
        onClick={() => setEditing(!editing)}
      >
        {editing ? t`Done` : t`Change`}
      </Button>
    </li>
  )
}

const TablePlace = (props: Parameters<typeof TableAnswer>[0]) => {
  const styles = useStyles()
  const name = tableName(props.table)
  return (
    <section aria-label={name}>
      <h3 className={styles.part}>{t`${name}: a row for each`}</h3>
      <TableAnswer {...props} />
    </section>
  )
}
