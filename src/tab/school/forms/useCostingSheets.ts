import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { newKey } from '../../../domain/key.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { openBook } from '../../../documents/costing/book.ts'
import {
  type CostingMapping,
  costingOf,
  costingText,
  goneFrom,
  proposedCosting,
} from '../../../documents/costing/costingPack.ts'
import { type CostingPlaces, costingPlaces } from '../../../documents/costing/places.ts'
import { xlsxType } from '../../../documents/xlsx/xlsx.ts'
import { formPath } from '../../../ui/form/formPath.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSay } from '../../../ui/undo.tsx'

/** A costing sheet that is being looked at, and what goes where so far. */
export type OpenSheet = {
  readonly key: string
  readonly pack: Stored<AuthorityPack> | null
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fromLibrary: boolean
  readonly places: CostingPlaces
  readonly mapping: CostingMapping
  /** What the pack placed that this sheet has no more. */
  readonly gone: readonly string[]
}

const limit = 20 * 1024 * 1024
/** Opens authorities' costing sheets and keeps what goes where. What fails is told, and the sheet stays open. */
export const useCostingSheets = () => {
  const { files, records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const [open, setOpen] = useState<OpenSheet | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)

  const show = (bytes: Uint8Array<ArrayBuffer>, pack: Stored<AuthorityPack> | null, fromLibrary: boolean) => {
    const places = costingPlaces(openBook(bytes))
    if (places.cells.length === 0 && places.rows.length === 0) {
      setComplaint(
        t`No cell of this workbook takes an answer that we can find. Is it the empty sheet? A sheet without protection needs named cells or a table.`,
      )
      return
    }
    const kept = pack && costingOf(pack)
    setOpen({
      key: pack?.key ?? newKey(now().getTime()),
      pack,
      bytes,
      fromLibrary,
      places,
      mapping: kept ?? proposedCosting(places),
      gone: kept ? goneFrom(kept, places) : [],
    })
  }
  const begin = (work: () => Promise<void>) => {
    setComplaint(null)
    return attempt(work)
  }
  return {
    open,
    busy,
    trouble,
    complaint,
    close: () => setOpen(null),
    change: (mapping: CostingMapping) => setOpen((now) => now && { ...now, mapping }),
    choose: (file: File, pack: Stored<AuthorityPack> | null) =>
      begin(async () => {
        if (file.size === 0)
          setComplaint(t`This file is empty. Take the sheet from the authority’s pages once more.`)
        else if (file.size > limit)
          setComplaint(t`This file is larger than any costing sheet: 20 MB is the most.`)
        else show(new Uint8Array(await file.arrayBuffer()), pack, false)
      }),
    reopen: (pack: Stored<AuthorityPack>) =>
      begin(async () =>
        show((await files.read('senco', `Forms/${pack.file}`)) as Uint8Array<ArrayBuffer>, pack, true),
      ),
    store: (said: Pick<AuthorityPack, 'authority' | 'form' | 'version' | 'sourced' | 'address'>) =>
      begin(async () => {
        if (!open) return
        const { key, pack, bytes, fromLibrary, mapping } = open
        const file =
          fromLibrary && pack?.file
            ? pack.file
            : (
                await files.save(
                  'senco',
                  formPath(t`${said.authority.slice(0, 52)} costing`, key, '.xlsx'),
                  bytes,
                  xlsxType,
                )
              ).name
        const text = costingText(mapping)
        const store = records.store(AuthorityPack)
        put(
          AuthorityPack,
          pack
            ? await store.update(pack, {
                mapping: text,
                ...(fromLibrary ? {} : { file, version: said.version, sourced: said.sourced }),
              })
            : await store.create(
                blank(AuthorityPack, { ...said, kind: 'costing', mapping: text, file }),
                key,
              ),
        )
        setOpen(null)
        say(`Kept. Each pupil’s support can now fill the costing sheet of ${said.authority}.`)
      }),
  }
}
