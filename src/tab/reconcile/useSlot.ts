import { t } from '../../words/t.ts'
import { useMemo, useState } from 'react'
import type { ImportFile } from '../../importing/index.ts'
import { readFile, readPasted } from '../../importing/index.ts'
import { knownListHeadings, type ListTarget, matchListHeadings } from '../../importing/lists/listHeadings.ts'
import { readList, type ReadList } from '../../importing/lists/readList.ts'
import { useServices } from '../../ui/services.tsx'
import { type Held, useKept } from './useKept.ts'

/** A list that was chosen, as it is read; null while there is none. */
export type Slot = {
  readonly held: Held | null
  readonly read: ReadList | null
  /** Why the last file could not be read. */
  readonly why: string | null
  choose(file: File): Promise<void>
  paste(text: string): void
  sheet(name: string): void
  map(mapping: readonly (ListTarget | null)[]): void
  clear(): void
}

const known = { known: knownListHeadings }

/** One list to compare: a file or pasted cells, its sheet and columns. It stays on this device. */
export const useSlot = (list: 'mis' | 'authority'): Slot => {
  const today = useServices().today()
  const [kept, keep] = useKept()
  const held = kept.lists[list]
  const [why, setWhy] = useState<string | null>(null)
  const hold = (next: Held | null) => keep((was) => ({ ...was, lists: { ...was.lists, [list]: next } }))
  const take = (name: string, file: ImportFile, bytes: Uint8Array | null) => {
    setWhy(file.kind === 'refused' ? file.why : null)
    if (file.kind !== 'refused') hold({ name, table: file, mapping: matchListHeadings(file.headings), bytes })
  }
  const read = useMemo(() => held && readList(held.table, held.mapping, today), [held, today])
  return {
    held,
    read,
    why,
    choose: async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      take(file.name, readFile(bytes, known), bytes)
    },
    paste: (text) => take(t`Pasted cells`, readPasted(text, known), null),
    sheet: (sheet) => {
      if (held?.bytes) take(held.name, readFile(held.bytes, { ...known, sheet }), held.bytes)
    },
    map: (mapping) => hold(held && { ...held, mapping }),
    clear: () => {
      hold(null)
      setWhy(null)
    },
  }
}
