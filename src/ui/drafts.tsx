import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { derivedKey } from '../domain/derivedKey.ts'
import type { Value } from '../domain/fields.ts'
import { newKey } from '../domain/key.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import { useDraftBook } from './draft/book.tsx'
import { openDraft } from './draft/openDraft.ts'
import { type FormDraft, formField, openForm } from './draft/openForm.ts'
import type { AnyStored, Draft } from './draft/types.ts'
import { putStored } from './records.ts'
import { type Services, useServices } from './services.tsx'
import { useTextKeeper, useUnsavedTexts } from './unsavedTexts.ts'

export { type DraftBook, newDraftBook, useDraftBook } from './draft/book.tsx'

/** The working copy of a stored record, shared by everything on the page that shows it. */
export const useDraft = (type: AnyRecordType, stored: Stored<unknown>): Draft => {
  const services: Services = useServices()
  const client = useQueryClient()
  const book = useDraftBook()
  const keeperOf = useTextKeeper()
  const earlier = useUnsavedTexts(type, stored.key)
  const name = `${services.school.id}/${type.name}/${stored.key}`
  const draft = useMemo(
    () =>
      book.open(name, () =>
        openDraft({
          type,
          stored: stored as AnyStored,
          store: services.records.store(type),
          now: services.now,
          onStored: (next) => putStored(client, services, type, next),
          keeper: keeperOf(type, stored.key),
        }),
      ),
    // A later version of the same record reaches the draft through receive().
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [book, name],
  )
  useEffect(() => draft.receive(stored as AnyStored), [draft, stored])
  useEffect(() => {
    const known = new Set(fieldsOf(type).map(([field]) => field))
    for (const { field, typed, before, modifiedAt } of earlier)
      if (known.has(field)) draft.find(field, { typed: typed ?? '', before: before ?? '', at: modifiedAt })
  }, [draft, type, earlier])
  useEffect(() => {
    book.hold(name, draft)
    return () => book.close(name)
  }, [book, name, draft])
  useSyncExternalStore(draft.subscribe, draft.version)
  return draft
}

/** Which form of new records this is: the same after a reload, another for another pupil or review. */
const placeOf = (
  type: AnyRecordType,
  title: string,
  given: Readonly<Record<string, Value>>,
  asked: readonly string[],
): string => {
  const links = fieldsOf(type).flatMap(([field, { kind }]) => {
    const key = given[field]
    return kind === 'key' && typeof key === 'string' && !asked.includes(field) ? [key] : []
  })
  return derivedKey(links[0] ?? '0'.repeat(26), 'form', type.name, title, ...links)
}

/** What is typed into the form of a new record; it outlives the screen, and a reload where it can. */
export const useFormDraft = (
  type: AnyRecordType,
  title: string,
  given: Readonly<Record<string, Value>>,
  asked: readonly string[],
): FormDraft => {
  const services = useServices()
  const book = useDraftBook()
  const keeperOf = useTextKeeper()
  const place = placeOf(type, title, given, asked)
  const earlier = useUnsavedTexts(type, place)
  const name = `${services.school.id}/${place}`
  const form = useMemo(
    () => book.form(name, () => openForm(type, newKey(services.now().getTime()), keeperOf(type, place))),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [book, name],
  )
  useEffect(() => {
    for (const { field, typed, before, modifiedAt } of earlier)
      if (field === formField) form.find({ typed: typed ?? '', before: before ?? '', at: modifiedAt })
  }, [form, earlier])
  useSyncExternalStore(form.subscribe, form.version)
  return form
}
