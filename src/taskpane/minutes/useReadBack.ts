import { useState } from 'react'
import type { Value } from '../../domain/fields.ts'
import type { Trouble } from '../../domain/problem.ts'
import { troubleOf } from '../../domain/problem.ts'
import { recordedText } from '../../documents/bind.ts'
import { changesOf, type Difference, rebased, type RecordChange } from '../../documents/readBack.ts'
import type { Place } from '../../documents/reviewPlaces.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { type AnyStored, writeChange } from './writeChange.ts'

/** Where one difference stands. */
export type CardState =
  | { readonly is: 'open' }
  | { readonly is: 'saving' }
  /** `edited`: the record has a third text; Update brings it into the document. */
  | { readonly is: 'saved'; readonly at: Date; readonly edited?: true }
  /** The person keeps what the record says. */
  | { readonly is: 'kept' }
  | { readonly is: 'notSaved'; readonly trouble: Trouble }
  /** It can't be stored as it is. */
  | { readonly is: 'wrong'; readonly message: string }
  /** Somebody changed this field since; the card shows their text and waits for a choice. */
  | { readonly is: 'moved' }

export type Card = { readonly difference: Difference; readonly state: CardState }

const idOf = ({ type, key }: Place) => `${type.short}.${key}`
/** Two texts for one field can stand side by side; each is a card of its own. */
const cardId = ({ tag, document }: Difference) => `${tag} ${document}`

/** Fields that are settled: what the document is to be known to have said, by tag. */
export type Settled = ReadonlyMap<string, string>

/**
 * The differences as cards: what was taken, kept, or could not be stored, and the writing of them. `onSettled` is told
 * of each field that was stored, so that the file knows from then on what it said.
 */
export const useReadBack = (found: readonly Difference[], onSettled: (texts: Settled) => void) => {
  const services = useServices()
  const putStored = usePutStored()
  const [cards, setCards] = useState<readonly Card[]>(() =>
    found.map((difference) => ({ difference, state: { is: 'open' } })),
  )
  const put = (these: readonly Difference[], state: CardState) => {
    const ids = new Set(these.map(cardId))
    setCards((now) => now.map((card) => (ids.has(cardId(card.difference)) ? { ...card, state } : card)))
  }
  /** Every card of a record goes on from its newest version. */
  const rebase = (place: Place, record: AnyStored, moved: readonly Difference[]) => {
    const ids = new Set(moved.map(cardId))
    setCards((now) =>
      now.map((card) =>
        idOf(card.difference.place) === idOf(place)
          ? {
              difference: rebased(card.difference, record),
              state: ids.has(cardId(card.difference)) ? { is: 'moved' } : card.state,
            }
          : card,
      ),
    )
  }

  const write = async (
    change: RecordChange,
    these: readonly Difference[],
    again: boolean,
    edited: boolean,
  ): Promise<void> => {
    const { place } = change
    try {
      const stored = await writeChange(services.records, change)
      putStored(place.type, stored)
      rebase(place, stored, [])
      put(these, { is: 'saved', at: services.now(), ...(edited ? { edited: true as const } : {}) })
      const after = { ...place, record: stored }
      // An edited text is the record's alone: to the document it is news, which Update brings.
      onSettled(
        new Map(
          these.map(({ tag, field, document }) => [tag, edited ? document : recordedText(after, field)]),
        ),
      )
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      if (trouble.code !== 'changed' || !trouble.theirs) return put(these, { is: 'notSaved', trouble })
      const theirs = trouble.theirs as AnyStored
      const moved = these.filter(({ field }) => theirs[field] !== (place.record ?? place.given)[field])
      if (moved.length === 0 && again)
        return write({ ...change, place: { ...place, record: theirs } }, these, false, edited)
      rebase(place, theirs, moved)
      put(
        these.filter((one) => !moved.includes(one)),
        { is: 'open' },
      )
    }
  }

  const take = async (these: readonly Difference[], edited = false) => {
    put(these, { is: 'saving' })
    const changes = changesOf(these)
    await Promise.all(
      changes.map((change) => {
        const its = these.filter(({ place }) => idOf(place) === idOf(change.place))
        const message = change.issue?.message
        return message ? put(its, { is: 'wrong', message }) : write(change, its, true, edited)
      }),
    )
  }
  return {
    cards,
    take: (these: readonly Difference[]) => take(these),
    /** Stores another text than either side has. */
    edit: (difference: Difference, value: Value) => take([{ ...difference, change: { value } }], true),
    keep: (difference: Difference) => put([difference], { is: 'kept' }),
    reopen: (difference: Difference) => put([difference], { is: 'open' }),
  }
}
