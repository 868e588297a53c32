import { t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import { placeName } from '../../documents/form/fields.ts'
import { listFact } from '../../documents/form/listFacts.ts'
import type { Placing } from '../../documents/form/pack.ts'
import type { Place } from '../../documents/form/where.ts'
import { wordsOfMapped } from '../../ui/form/factOptions.ts'
import { tableName } from '../../ui/form/TableAnswer.tsx'
import { inkOnHover } from '../../ui/inkOnHover.ts'
import { idOf } from './usePlaces.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    ...inkOnHover,
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorBrandStroke1}`,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  part: {
    margin: '12px 8px 2px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
})

type Which = 'all' | 'open' | 'placed'

/** What goes to a place, in words; null where it stays open. */
export const answerTo = (place: Place, { mapping }: Placing): string | null => {
  if (place.is === 'field') return wordsOfMapped(mapping.fields[place.field.id]) || null
  const table = mapping.tables[place.table.id]
  return (table && listFact(table.list)?.label) ?? null
}

const nameOf = (place: Place) =>
  place.is === 'field' ? placeName(place.field) : t`${tableName(place.table)}: a row for each`

const partOf = (place: Place) => (place.is === 'field' ? (place.field.context[0] ?? '') : '')

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/** Every place of the form with what goes there. Up and down or k and j go through it, Enter shows one in the document. */
export const PlaceList = ({
  places,
  placing,
  here,
  onPick,
}: {
  places: readonly Place[]
  placing: Placing
  here: string | null
  onPick: (place: Place) => void
}) => {
  const styles = useStyles()
  const [which, setWhich] = useState<Which>('all')
  const list = useRef<HTMLUListElement>(null)
  const placed = places.filter((place) => answerTo(place, placing) !== null).length
  const shown = places.filter(
    (place) => which === 'all' || (which === 'placed') === (answerTo(place, placing) !== null),
  )
  const move = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!by) return
    event.preventDefault()
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
  }
  return (
    <section aria-label={t`Places of the form`}>
      <TabList
        size="small"
        selectedValue={which}
        onTabSelect={(_, { value }) => setWhich(value as Which)}
        aria-label={t`Which places`}
      >
        <Tab value="all">{t`All ${places.length}`}</Tab>
        <Tab value="open">{t`Open ${places.length - placed}`}</Tab>
        <Tab value="placed">{t`Filled ${placed}`}</Tab>
      </TabList>
      {/* The rows are buttons; keys that go from one to the next are heard where they bubble to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className={styles.list} onKeyDown={move}>
        {shown.map((place, at) => {
          const id = idOf(place)
          const part = partOf(place)
          const answer = answerTo(place, placing)
          return (
            <li key={id}>
              {part && part !== (at > 0 ? partOf(shown[at - 1]!) : '') && (
                <h3 className={styles.part}>{part}</h3>
              )}
              <Button
                appearance="subtle"
                className={mergeClasses(styles.row, id === here && styles.here)}
                data-place={id}
                aria-current={id === here ? 'true' : undefined}
                onClick={() => onPick(place)}
              >
                <span className={styles.words}>
                  <span>{nameOf(place)}</span>
                  <Text size={200} className={styles.quiet}>
                    {answer ?? t`Open: filled in by hand`}
                  </Text>
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
      {shown.length === 0 && (
        <Text className={styles.quiet}>
          {which === 'open' ? t`No place is open.` : t`No place is filled.`}
        </Text>
      )}
    </section>
  )
}
