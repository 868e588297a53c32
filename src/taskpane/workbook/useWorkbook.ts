import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { provisionMap } from '../../documents/provisionMap.ts'
import { type MapInput, mapFileName } from '../../documents/provisionMap/input.ts'
import { xlsxBytes, xlsxType } from '../../documents/xlsx/xlsx.ts'
import { findMaps, type FoundMap, insertWorkbook } from '../../host/excel.ts'
import { useServices } from '../../ui/services.tsx'

export type Work =
  | { readonly is: 'nothing' }
  | { readonly is: 'working'; readonly words: string }
  | { readonly is: 'done'; readonly words: string; readonly link?: { words: string; address: string } }
  | { readonly is: 'failed'; readonly trouble: Trouble; again(): void }
  /** The workbook has maps of ours already: the person says whether they stay. */
  | { readonly is: 'asking'; readonly maps: readonly FoundMap[] }

/** What the pane does with one map: one thing at a time, each said while it runs and when it is done. */
export const useWorkbook = (input: MapInput) => {
  const services = useServices()
  const [work, setWork] = useState<Work>({ is: 'nothing' })
  const run = async (words: string, act: () => Promise<Work>): Promise<void> => {
    setWork({ is: 'working', words })
    try {
      setWork(await act())
    } catch (thrown) {
      setWork({ is: 'failed', trouble: troubleOf(thrown), again: () => void run(words, act) })
    }
  }
  const put = async (replace: readonly FoundMap[]): Promise<Work> => {
    await insertWorkbook((copy) => provisionMap(input, copy), replace)
    return {
      is: 'done',
      words: 'Provision map inserted. Change a rate or a pale yellow cell, and every cost follows.',
    }
  }
  const bytes = () => xlsxBytes(provisionMap(input), services.now())
  return {
    work,
    dismiss: () => setWork({ is: 'nothing' }),
    insert: () =>
      run('Inserting the provision map', async () => {
        const maps = await findMaps()
        return maps.length > 0 ? { is: 'asking', maps } : put([])
      }),
    insertBeside: () => run('Inserting the provision map', () => put([])),
    insertInstead: (maps: readonly FoundMap[]) => run('Replacing the provision map', () => put(maps)),
    download: () =>
      run('Making the file', async () => {
        const name = mapFileName(input)
        services.download(name, await bytes(), xlsxType)
        return { is: 'done', words: `Downloaded as ${name}` }
      }),
    save: () =>
      run('Saving to SharePoint', async () => {
        const path = `Provision maps/${mapFileName(input)}`
        const saved = await services.files.save('senco', path, await bytes(), xlsxType)
        return {
          is: 'done',
          words: `Saved as ${saved.name} in Provision maps`,
          link: { words: 'Open it', address: saved.webUrl },
        }
      }),
  }
}
