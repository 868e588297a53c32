import { provisionMap } from '../../documents/provisionMap.ts'
import { type MapInput, mapFileName } from '../../documents/provisionMap/input.ts'
import { xlsxBytes, xlsxType } from '../../documents/xlsx/xlsx.ts'
import { findMaps, type FoundMap, insertWorkbook } from '../../host/excel.ts'
import { useServices } from '../../ui/services.tsx'
import { type PaneWork, usePaneWork } from '../paneWork.ts'

/** The workbook has maps of ours already: the person says whether they stay. */
type Asking = { readonly is: 'asking'; readonly maps: readonly FoundMap[] }

/** What the pane does with one map. */
export const useWorkbook = (input: MapInput) => {
  const services = useServices()
  const { work, run, dismiss } = usePaneWork<Asking>()
  const put = async (replace: readonly FoundMap[]): Promise<PaneWork> => {
    await insertWorkbook((copy) => provisionMap(input, copy), replace)
    return {
      is: 'done',
      words: 'Provision map inserted. Change a rate or a pale yellow cell, and every cost follows.',
    }
  }
  const bytes = () => xlsxBytes(provisionMap(input), services.now())
  return {
    work,
    dismiss,
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
