import { useState } from 'react'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { PupilDocument } from '../../../domain/records/pupilDocument.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { documentPath, titleFrom } from './documentFile.ts'

/** One file on its way into the library. It stays in sight until it is there, or is given up by the person. */
export type Adding = {
  readonly key: string
  readonly file: File
  readonly state: 'waiting' | 'working' | 'failed'
  readonly trouble: Trouble | null
}

/** SharePoint's own limit is 250 GB; a report of this size is a mistake, and would be read whole into the page. */
export const largest = 100 * 1024 * 1024

/** Puts files into the library, each with its row: the file first, so that no row points to nothing. */
export const useAddDocuments = (pupil: Stored<Pupil>) => {
  const { files, records, now, today } = useServices()
  const put = usePutStored()
  const [adding, setAdding] = useState<readonly Adding[]>([])
  const change = (key: string, changes: Partial<Adding>) =>
    setAdding((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))

  const keep = async ({ key, file }: Adding): Promise<void> => {
    change(key, { state: 'working', trouble: null })
    try {
      const day = today()
      const bytes = new Uint8Array(await file.arrayBuffer())
      const path = documentPath(pupil, { key }, day, file.name)
      const { name } = await files.save('senco', path, bytes, file.type || 'application/octet-stream')
      const record = blank(PupilDocument, {
        pupil: pupil.key,
        title: titleFrom(file.name),
        kind: 'other',
        received: day,
        file: `Documents/${name}`,
      })
      put(PupilDocument, await records.store(PupilDocument).create(record, key))
      setAdding((all) => all.filter((one) => one.key !== key))
    } catch (thrown) {
      change(key, { state: 'failed', trouble: troubleOf(thrown) })
    }
  }
  return {
    adding,
    add: async (chosen: readonly File[]): Promise<void> => {
      const begun = chosen.map((file): Adding => ({
        key: newKey(now().getTime()),
        file,
        state: 'waiting',
        trouble: null,
      }))
      setAdding((all) => [...all, ...begun])
      for (const one of begun)
        if (one.file.size > largest || one.file.size === 0)
          change(one.key, { state: 'failed', trouble: null })
        else await keep(one)
    },
    again: keep,
    giveUp: (key: string) => setAdding((all) => all.filter((one) => one.key !== key)),
  }
}
