import { inWords, t } from '../../../words/t.ts'
import { useState } from 'react'
import { complaint, type Value } from '../../../domain/fields.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { fieldOf } from '../../../domain/record.ts'
import { changesOf } from '../../../documents/readBack.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Place } from '../../../documents/reviewPlaces.ts'
import { idOf } from '../../../documents/rows/lists.ts'
import type { AddedRow } from '../../../documents/rows/readRows.ts'
import { differencesOfRow, fieldsToStore, type RowEdits } from '../../../documents/rows/rowAnswers.ts'
import { rowToBind } from '../../../documents/rows/rowToBind.ts'
import { changeRows } from '../../../host/wordRows.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import type { Settled } from '../useReadBack.ts'
import { type AnyStored, writeChange } from '../writeChange.ts'

export type RowState =
  | { readonly is: 'open' }
  | { readonly is: 'saving' }
  /** `marked`: its fields read back from now on; otherwise it is known by its words. */
  | { readonly is: 'saved'; readonly at: Date; readonly marked: boolean }
  | { readonly is: 'left' }
  | { readonly is: 'undone' }
  | { readonly is: 'notSaved'; readonly trouble: Trouble }

/** A field as a person changes it before it is stored. */
export type Answer = { readonly value: Value; readonly typed: string | null; readonly wrong: string | null }

/** One row that was added in Word: what a person says that it is, what they change, and the storing of it. */
export const useAddedRow = (row: AddedRow, file: ReviewFile, onNoted: (texts: Settled) => void) => {
  const services = useServices()
  const putStored = usePutStored()
  const say = useSay()
  const [state, setState] = useState<RowState>({ is: 'open' })
  const [chosen, setChosen] = useState<string | null>(row.likely)
  const [edits, setEdits] = useState<Readonly<Record<string, Answer>>>({})
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({})
  const choice = row.choices.find(({ id }) => id === chosen) ?? null
  const values: RowEdits = Object.fromEntries(
    Object.entries(edits)
      .filter(([field]) => choice && field in choice.place.type.fields)
      .map(([field, { value }]) => [field, value]),
  )
  const differences = choice ? differencesOfRow(row, choice, values) : []
  const fields = choice ? fieldsToStore(row, choice, values) : []

  /** The controls go into the row after the record is stored: where they can't, the row is known by its words. */
  const mark = async (place: Place): Promise<boolean> => {
    const { at, columns, how } = row
    if (!at || row.type !== place.type || (row.standing.has(idOf(place)) && choice?.is === 'same'))
      return false
    const bind = rowToBind(file, services.today(), { at, columns }, place, how !== 'typed')
    try {
      const { bound } = await changeRows({ bind: [bind] })
      const texts = bind.cells.flatMap((cell) =>
        cell && 'bound' in cell ? [[cell.bound.tag, cell.bound.text] as const] : [],
      )
      if (bound.length > 0) onNoted(new Map(texts))
      return bound.length > 0
    } catch {
      return false
    }
  }

  const store = async () => {
    if (!choice) return
    const wrong: Record<string, string> = {}
    for (const field of fields) {
      const found = differences.find((one) => one.field === field)
      const message =
        edits[field]?.wrong ??
        (found && 'complaint' in found.change ? found.change.complaint : null) ??
        (found || !choice.asks.includes(field) || choice.place.given[field]
          ? null
          : complaint(fieldOf(choice.place.type, field), null) || null)
      if (message) wrong[field] = message
    }
    const [change] = changesOf(differences)
    if (change?.issue) wrong[change.issue.field] ??= change.issue.message
    setAsked(wrong)
    if (Object.keys(wrong).length > 0) return
    setState({ is: 'saving' })
    try {
      const { type } = choice.place
      const records = services.records.store(type)
      // A row that says nothing new of a record is taken all the same: it then is that record's.
      const stored = change ? await writeChange(services.records, change) : (choice.place.record as AnyStored)
      putStored(type, stored)
      const marked = await mark({ ...choice.place, record: stored as never })
      setState({ is: 'saved', at: services.now(), marked })
      if (choice.is === 'new')
        say(t`${inWords(type.label)} added`, () => {
          void records
            .archive(stored as never, 'Added from Word by mistake')
            .then((archived) => {
              putStored(type, archived)
              setState({ is: 'undone' })
            })
            .catch((thrown: unknown) => setState({ is: 'notSaved', trouble: troubleOf(thrown) }))
        })
    } catch (thrown) {
      setState({ is: 'notSaved', trouble: troubleOf(thrown) })
    }
  }
  return {
    state,
    choice,
    differences,
    fields,
    edits,
    asked,
    choose: (id: string | null) => {
      setChosen(id)
      setAsked({})
    },
    answer: (field: string, answer: Answer) => setEdits((now) => ({ ...now, [field]: answer })),
    store,
    leave: () => setState({ is: 'left' }),
    reopen: () => setState({ is: 'open' }),
  }
}
