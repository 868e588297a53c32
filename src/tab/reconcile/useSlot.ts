import { useMemo, useState } from 'react'
import type { ImportFile, ImportTable } from '../../importing/index.ts'
import { readFile, readPasted } from '../../importing/index.ts'
import { knownListHeadings, type ListTarget, matchListHeadings } from '../../importing/lists/listHeadings.ts'
import { readList, type ReadList } from '../../importing/lists/readList.ts'
import { useServices } from '../../ui/services.tsx'

type Held = {
  readonly name: string
  readonly table: ImportTable
  readonly mapping: readonly (ListTarget | null)[]
  readonly bytes: Uint8Array | null
}
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
export const useSlot = (): Slot => {
  const today = useServices().today()
  const [held, setHeld] = useState<Held | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const take = (name: string, file: ImportFile, bytes: Uint8Array | null) => {
    setWhy(file.kind === 'refused' ? file.why : null)
    if (file.kind !== 'refused')
      setHeld({ name, table: file, mapping: matchListHeadings(file.headings), bytes })
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
    paste: (text) => take('Pasted cells', readPasted(text, known), null),
    sheet: (sheet) => {
      if (held?.bytes) take(held.name, readFile(held.bytes, { ...known, sheet }), held.bytes)
    },
    map: (mapping) => setHeld(held && { ...held, mapping }),
    clear: () => {
      setHeld(null)
      setWhy(null)
    },
  }
}
