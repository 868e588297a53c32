import { t } from '../../words/t.ts'
import { useState } from 'react'
import { newKey } from '../../domain/key.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { blank, type Stored } from '../../domain/record.ts'
import type { FormField } from '../../documents/form/fields.ts'
import { type FormFile, readForm } from '../../documents/form/formFile.ts'
import { keptOf, mappingText, type Placed, type Placing } from '../../documents/form/pack.ts'
import { propose } from '../../documents/form/propose.ts'
import { withPlace } from '../../documents/form/rooms.ts'
import { docxType } from '../../documents/word/names.ts'
import { formPath } from './formPath.ts'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { useSay } from '../undo.tsx'
import { laidOver, recognised } from './recognised.ts'

/** A form that is being looked at: its places, and what goes where so far. */
export type OpenForm = {
  readonly key: string
  readonly pack: Stored<AuthorityPack> | null
  readonly file: FormFile
  readonly bytes: Uint8Array<ArrayBuffer>
  /** It is in the library already: nothing but what goes where is stored anew. */
  readonly fromLibrary: boolean
  readonly placing: Placing
  /** Against the pack that it was opened with. */
  readonly compared: Pick<Placed, 'fresh' | 'gone'> | null
  /** Whether anything was changed since it was stored. */
  readonly changed: boolean
}

/** Whether a form is the very version that a pack was made for. */
const isSame = (file: FormFile, pack: Stored<AuthorityPack>): boolean => {
  const placed = laidOver(file, pack)?.placed
  return placed !== undefined && placed.fresh.length === 0 && placed.gone.length === 0
}

const limit = 20 * 1024 * 1024

/** Opens forms, places a pack in them, and stores both. What fails is told, and the form stays open. */
export const usePacks = () => {
  const { files, records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [open, setOpen] = useState<OpenForm | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | string | null>(null)

  /** True when all of it was done. */
  const working = async (act: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      await act()
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }

  const show = (bytes: Uint8Array<ArrayBuffer>, pack: Stored<AuthorityPack> | null, fromLibrary = false) => {
    const read = readForm(bytes)
    const laid = pack && laidOver(read, pack)
    const file = laid?.file ?? read
    const placed = laid?.placed
    setOpen({
      key: pack?.key ?? newKey(now().getTime()),
      pack,
      file,
      bytes,
      fromLibrary,
      placing: placed
        ? { mapping: placed.mapping, limits: placed.limits }
        : { mapping: propose(file.form), limits: {} },
      compared: placed ? { fresh: placed.fresh, gone: placed.gone } : null,
      changed: pack === null,
    })
  }

  return {
    open,
    busy,
    trouble,
    close: () => setOpen(null),
    /** Reads a form from wherever it lies, such as the open document, and lays over it the pack that knows it. */
    look: (take: () => Promise<Uint8Array<ArrayBuffer>>, known: readonly Stored<AuthorityPack>[]) =>
      working(async () => {
        const bytes = await take()
        const pack = recognised(readForm(bytes), known)
        show(bytes, pack, pack !== null && pack.file !== null && isSame(readForm(bytes), pack))
      }),
    /** A place that nothing in the form shows, and that somebody pointed at. */
    add: (field: FormField) =>
      setOpen(
        (now) =>
          now && { ...now, file: { ...now.file, form: withPlace(now.file.form, field) }, changed: true },
      ),
    change: (placing: Placing) => setOpen((now) => now && { ...now, placing, changed: true }),
    /** An empty form that somebody chose; `pack`: the one that it belongs to already. */
    choose: (file: File, pack: Stored<AuthorityPack> | null) =>
      working(async () => {
        if (file.size > limit || file.size === 0)
          setTrouble(
            file.size === 0
              ? t`This file is empty. Take the form from the authority’s pages once more.`
              : t`This file is larger than any form: 20 MB is the most.`,
          )
        else show(new Uint8Array(await file.arrayBuffer()), pack)
      }),
    example: (bytes: Uint8Array<ArrayBuffer>) => working(async () => show(bytes, null)),
    /** A pack with its form from the library. */
    reopen: (pack: Stored<AuthorityPack>) =>
      working(async () =>
        show((await files.read('senco', `Forms/${pack.file}`)) as Uint8Array<ArrayBuffer>, pack, true),
      ),
    /**
     * Stores the form and what goes where. `said`: what the pack says of itself; of one that is here already its
     * version and day alone, with a newer form.
     */
    store: (
      said: Pick<AuthorityPack, 'authority' | 'form' | 'version' | 'sourced' | 'address'>,
      after: 'close' | 'stay' = 'close',
    ) =>
      working(async () => {
        if (!open) return
        const { key, pack, file, bytes, fromLibrary, placing } = open
        const mapping = mappingText(keptOf(file.form, placing))
        const kept =
          fromLibrary && pack?.file
            ? pack.file
            : (await files.save('senco', formPath(said.authority, key, '.docx'), bytes, docxType)).name
        const { version, sourced } = said
        const stored = pack
          ? await records
              .store(AuthorityPack)
              .update(pack, { mapping, ...(fromLibrary ? {} : { file: kept, version, sourced }) })
          : await records
              .store(AuthorityPack)
              .create(blank(AuthorityPack, { ...said, mapping, file: kept }), key)
        put(AuthorityPack, stored)
        setOpen(
          after === 'close'
            ? null
            : { ...open, pack: stored, fromLibrary: true, compared: null, changed: false },
        )
        say(`Kept. Each review can now fill the form of ${said.authority}.`)
      }),
    /** A pack that another school passed on; its form is chosen when it is first opened. */
    receive: (pack: AuthorityPack) =>
      working(async () => {
        const stored = await records.store(AuthorityPack).create(pack, newKey(now().getTime()))
        put(AuthorityPack, stored)
        say(t`The pack of ${pack.authority} is here. Choose the authority’s empty form to go with it.`)
      }),
    complain: (words: string) => setTrouble(words),
  }
}
export type Packs = ReturnType<typeof usePacks>
