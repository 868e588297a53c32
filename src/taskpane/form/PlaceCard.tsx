import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { placeName } from '../../documents/form/fields.ts'
import type { Placing } from '../../documents/form/pack.ts'
import { FieldAnswer } from '../../ui/form/FieldAnswer.tsx'
import { withField, withLimit, withTable } from '../../ui/form/placingWith.ts'
import { TableAnswer, tableName } from '../../ui/form/TableAnswer.tsx'
import { type Here, idOf } from './usePlaces.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    // The name of the review and the tabs stay above it.
    scrollMarginTop: '140px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const titleOf = (here: Here): string =>
  here.is === 'changed'
    ? t`This isn’t as it was read`
    : here.is === 'room'
      ? here.field.label || t`A line without words`
      : here.place.is === 'field'
        ? placeName(here.place.field)
        : t`${tableName(here.place.table)}: a row for each`

/** The place where somebody clicked in the document, with what goes there: to leave, to choose, or to add. */
export const PlaceCard = ({
  here,
  placing,
  focused,
  onChange,
  onAdd,
  onNext,
  onClose,
}: {
  here: Here
  placing: Placing
  /** It was picked in the list: the keyboard goes on from here. */
  focused: boolean
  onChange: (placing: Placing) => void
  onAdd: () => void
  onNext: () => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const card = useRef<HTMLElement>(null)
  const id = here.is === 'place' ? idOf(here.place) : here.is
  useEffect(() => {
    if (focused) card.current?.focus()
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [focused, id])
  const field = here.is === 'place' && here.place.is === 'field' ? here.place.field : null
  const table = here.is === 'place' && here.place.is === 'table' ? here.place.table : null
  const around = (field ?? table)?.context[0]
  return (
    // What is in it takes the keys; Escape from any of it leaves.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={card}
      className={styles.card}
      aria-labelledby="place-here"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <Text as="h2" id="place-here" weight="semibold" className={styles.title} aria-live="polite">
        {titleOf(here)}
      </Text>
      {around && around !== titleOf(here) && (
        <Text size={200} className={styles.quiet}>{t`In ${around}`}</Text>
      )}
      {field && (
        <FieldAnswer
          key={field.id}
          field={field}
          placing={placing}
          onKey={(key) => onChange(withField(placing, field.id, key))}
          onLimit={(most) => onChange(withLimit(placing, field.id, most))}
        />
      )}
      {table && (
        <TableAnswer
          key={table.id}
          table={table}
          mapped={placing.mapping.tables[table.id]}
          onChange={(next) => onChange(withTable(placing, table.id, next))}
        />
      )}
      {here.is === 'room' && (
        <>
          <Text>{t`Nothing is filled in here.`}</Text>
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              onClick={onAdd}
            >{t`Fill this in from the record`}</Button>
          </div>
        </>
      )}
      {here.is === 'changed' && (
        <Text>{t`Something was typed here since the form was read. Read it again, and it is known.`}</Text>
      )}
      {here.is === 'place' && (
        <div className={styles.buttons}>
          <Button size="small" onClick={onNext}>{t`Next open place`}</Button>
          <Button size="small" appearance="subtle" onClick={onClose}>{t`Back to the list`}</Button>
        </div>
      )}
    </section>
  )
}
