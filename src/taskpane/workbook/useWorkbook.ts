import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { holdsPlanData } from '../../domain/rules/planData.ts'
import { paragraphsOfWorkbook } from '../../documents/paragraphs.ts'
import { provisionMap } from '../../documents/provisionMap.ts'
import { type MapInput, mapFileName, mapLines, mapsFolder } from '../../documents/provisionMap/input.ts'
import { xlsxBytes, xlsxType } from '../../documents/xlsx/xlsx.ts'
import { findMaps, type FoundMap, insertWorkbook } from '../../host/excel.ts'
import type { Purpose } from '../../ui/disclosure/logBook.ts'
import { daysOf, type Passing } from '../../ui/disclosure/passOn.ts'
import { logBookOf } from '../../ui/disclosure/useLog.ts'
import { useServices } from '../../ui/services.tsx'
import { type PaneWork, usePaneWork } from '../paneWork.ts'
import { gatherBeside } from './gatherBeside.ts'
import { mapsInBook } from './mapsInBook.ts'

/** The workbook has maps of ours already: the person says whether they stay. */
type Asking = { readonly is: 'asking'; readonly maps: readonly FoundMap[] }
type Way = 'download' | 'save'
type PassingOn = { readonly is: 'passing'; readonly passing: Passing; readonly way: Way }

/** The pupils whose support a map shows, each once. */
const pupilsOf = (input: MapInput) => [
  ...new Map(mapLines(input).lines.map(({ pupil }) => [pupil.key, pupil])).values(),
]

/** What the pane does with one map. */
export const useWorkbook = (input: MapInput) => {
  const services = useServices()
  const client = useQueryClient()
  const { work, show, run, dismiss } = usePaneWork<Asking | PassingOn>()
  const log = logBookOf(services)
  const inIt = pupilsOf(input)
  const about = inIt.map(({ key }) => key)
  const logged = inIt.filter(holdsPlanData).map(({ key }) => key)
  const subject = about.length === 1 ? about[0]! : ''
  const what = about.length === 1 ? t`Provision map of one pupil` : t`Provision map of ${about.length} pupils`
  /** The map with what its other sheets and the year's money are made of, read when they are wanted. */
  const whole = async (): Promise<MapInput> => {
    const [more, madeBy] = await Promise.all([
      gatherBeside(services, client, input),
      services.me().then(
        ({ displayName }) => displayName,
        () => null,
      ),
    ])
    return { ...input, more, ...(madeBy && { madeBy }) }
  }
  const put = async (replace: readonly FoundMap[]): Promise<PaneWork> => {
    const made = await whole()
    await insertWorkbook(
      (copy) => provisionMap(made, copy),
      replace,
      (done, of) =>
        show({ is: 'working', words: t`Inserting the provision map: ${Math.round((100 * done) / of)}%` }),
    )
    void client.invalidateQueries({ queryKey: mapsInBook })
    const purpose = log.purposeFor(subject)
    if (purpose) log.did(...logged.map((pupil) => ({ pupil, did: 'inserted' as const, what, purpose })))
    return {
      is: 'done',
      words: t`Provision map inserted. Change a rate or a pale yellow cell, and every cost follows; “Send changes” above takes what you change to the records.`,
    }
  }
  const passing = (way: Way): Passing => ({
    title: way === 'download' ? t`Download the provision map` : t`Save the provision map to the library`,
    did: way === 'download' ? 'downloaded' : 'saved',
    what,
    about,
    logged,
    adults: [],
    days: inIt.flatMap(daysOf),
    verb: way === 'download' ? t`Download` : t`Save`,
    look: async () => {
      const workbook = provisionMap(await whole())
      const bytes = () => xlsxBytes(workbook, services.now())
      const name = mapFileName(input)
      const download = async () => {
        services.download(name, await bytes(), xlsxType)
        return { words: t`Downloaded as ${name}` }
      }
      const save = async () => {
        const path = `${mapsFolder}/${name}`
        const saved = await services.files.save('senco', path, await bytes(), xlsxType)
        return {
          words: t`Saved as ${saved.name} in ${mapsFolder}`,
          link: { words: t`Open it`, address: saved.webUrl },
        }
      }
      return { paragraphs: paragraphsOfWorkbook(workbook), go: way === 'download' ? download : save }
    },
  })
  return {
    work,
    show,
    dismiss,
    insert: () =>
      run(t`Inserting the provision map`, async () => {
        const maps = await findMaps()
        return maps.length > 0 ? { is: 'asking', maps } : put([])
      }),
    insertBeside: () => run(t`Inserting the provision map`, () => put([])),
    insertInstead: (maps: readonly FoundMap[]) => run(t`Replacing the provision map`, () => put(maps)),
    passOn: (way: Way) => show({ is: 'passing', passing: passing(way), way }),
    /** Whether a reason has to be given before the map is put into the workbook. */
    needsPurpose: () => logged.length > 0 && log.purposeFor(subject) === null && log.state().is !== 'shut',
    choosePurpose: (purpose: Purpose) => log.choose(subject, purpose),
  }
}
