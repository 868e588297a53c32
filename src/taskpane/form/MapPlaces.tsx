import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo, useRef, useState } from 'react'
import type { Place } from '../../documents/form/where.ts'
import { noBoxFor } from '../../documents/form/unused.ts'
import { NamePack } from '../../ui/form/NamePack.tsx'
import { PassOnPack } from '../../ui/form/PassOnPack.tsx'
import type { OpenForm, Packs } from '../../ui/form/usePacks.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { wordsOf } from '../../ui/words.ts'
import { PlaceCard } from './PlaceCard.tsx'
import { answerTo, PlaceList } from './PlaceList.tsx'
import { type Here, idOf, usePlaces } from './usePlaces.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, paddingLeft: '20px' },
})

/** The same place as the form has it now: what was added to it or taken out since is known. */
const latest = (here: Here | null, places: readonly Place[]): Here | null => {
  if (here?.is !== 'place' && here?.is !== 'room') return here
  const id = here.is === 'place' ? idOf(here.place) : here.field.id
  const place = places.find((one) => idOf(one) === id)
  return place ? { is: 'place', place: here.is === 'place' ? here.place : place } : here
}

/** Goes through the places of the open form: in the list, or by clicking in the document. Keeps it all as a pack. */
export const MapPlaces = ({ packs, open }: { packs: Packs; open: OpenForm }) => {
  const styles = useStyles()
  const whole = useRef<HTMLDivElement>(null)
  const mayWrite = useMayWrite(AuthorityPack)
  const [keeping, setKeeping] = useState<'no' | 'name' | 'pass'>('no')
  const { map, here: stands, missing, byHand, pick, leave, stand } = usePlaces(open.file, whole)
  const places = useMemo(() => {
    const { fields, tables } = open.file.form
    const all: Place[] = [
      ...fields.map((field) => ({ is: 'field' as const, field })),
      ...tables.map((table) => ({ is: 'table' as const, table, column: null })),
    ]
    const start = (place: Place) => map.startOf.get(idOf(place)) ?? Number.MAX_SAFE_INTEGER
    return all.toSorted((a, b) => start(a) - start(b))
  }, [open.file.form, map])
  const here = latest(stands, places)
  const hereId = here?.is === 'place' ? idOf(here.place) : null
  const { mapping } = open.placing
  const left = noBoxFor(
    Object.values(mapping.fields).map(({ fact }) => fact),
    Object.values(mapping.tables).map(({ list }) => list),
  )
  // Of a form that is kept already, only what goes where is kept anew.
  const known = open.fromLibrary ? open.pack : null
  const next = () => {
    const at = places.findIndex((place) => idOf(place) === hereId)
    const after = [...places.slice(at + 1), ...places.slice(0, at + 1)]
    const found = after.find((place) => answerTo(place, open.placing) === null)
    if (found) void pick(found)
    else leave()
  }
  const back = () => {
    const row = whole.current?.querySelector<HTMLElement>(`[data-place="${hereId}"]`)
    leave()
    row?.focus()
  }
  return (
    <div ref={whole} className={styles.whole}>
      {here ? (
        <PlaceCard
          here={here}
          placing={open.placing}
          focused={byHand}
          onChange={packs.change}
          onAdd={() => {
            if (here.is !== 'room') return
            packs.add(here.field)
            stand({ is: 'place', place: { is: 'field', field: here.field } })
          }}
          onNext={next}
          onClose={back}
        />
      ) : (
        <Text
          className={styles.quiet}
        >{t`Click in the document where something is to be filled in, or choose it here.`}</Text>
      )}
      {missing && (
        <Text role="status">
          {missing === 'gone'
            ? t`The document doesn’t have this place any more. Read it again.`
            : wordsOf(missing).title}
        </Text>
      )}
      <PlaceList places={places} placing={open.placing} here={hereId} onPick={(place) => void pick(place)} />
      {left.length > 0 && (
        <details>
          <summary>{t`The form has no box for ${left.length} things that a review records`}</summary>
          <ul className={styles.list}>
            {left.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </details>
      )}
      {keeping === 'name' && (
        <NamePack
          pack={open.pack}
          isNewForm={!open.fromLibrary}
          busy={packs.busy}
          onKeep={async (said) => {
            if (await packs.store(said, 'stay')) setKeeping('no')
          }}
          onClose={() => setKeeping('no')}
        />
      )}
      {keeping === 'pass' && open.pack && <PassOnPack pack={open.pack} onClose={() => setKeeping('no')} />}
      {keeping === 'no' && mayWrite && (
        <div className={styles.foot}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={packs.busy || !open.changed}
            onClick={() => (known ? void packs.store(known, 'stay') : setKeeping('name'))}
          >
            {open.changed ? t`Keep this form` : t`Kept`}
          </Button>
          {open.pack && !open.changed && (
            <Button size="small" onClick={() => setKeeping('pass')}>{t`Save for other schools`}</Button>
          )}
        </div>
      )}
    </div>
  )
}
