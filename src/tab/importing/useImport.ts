import { t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import {
  type Existing,
  type ImportPlan,
  type ImportTable,
  type Mapping,
  matchHeadings,
  readExisting,
  readFile,
  readPasted,
  type ImportFile,
} from '../../importing/index.ts'
import { importJobPlan } from '../../jobs/importPlan.ts'
import type { Plan } from '../../jobs/plan.ts'
import { useServices } from '../../ui/services.tsx'
import { useRunner } from '../jobs/useJobs.ts'

export type ImportState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly name: string }
  | {
      readonly is: 'looking'
      readonly name: string
      readonly table: ImportTable
      readonly mapping: Mapping
      readonly existing: Existing
      /** The workbook, where another of its sheets may be chosen. */
      readonly bytes?: Uint8Array
      readonly trouble?: Trouble
    }
  | { readonly is: 'beginning'; readonly name: string }
  /** It is a job from here on: it runs and ends whether this screen is open or not. */
  | { readonly is: 'working'; readonly name: string; readonly plan: Plan; readonly job: string }

const titleOf = ({ counts }: ImportPlan): string => {
  const pupils = counts.new + counts.changed
  return t`Import of ${showCount(pupils)} ${pupils === 1 ? 'pupil' : 'pupils'}`
}

/** An import from the file to the job that stores it. Nothing is stored before `store`. */
export const useImport = () => {
  const { records } = useServices()
  const runner = useRunner()
  const [state, setState] = useState<ImportState>({ is: 'choosing' })

  const look = (name: string, table: ImportTable, mapping: Mapping, existing: Existing, bytes?: Uint8Array) =>
    setState({ is: 'looking', name, table, mapping, existing, ...(bytes ? { bytes } : {}) })

  const take = async (name: string, read: ImportFile, bytes?: Uint8Array) => {
    if (read.kind === 'refused') {
      setState({ is: 'choosing', why: read.why })
      return
    }
    try {
      look(name, read, matchHeadings(read.headings), await readExisting(records), bytes)
    } catch (thrown) {
      setState({ is: 'choosing', trouble: troubleOf(thrown) })
    }
  }
  const choose = async (file: File) => {
    setState({ is: 'reading', name: file.name })
    const bytes = new Uint8Array(await file.arrayBuffer())
    await take(file.name, readFile(bytes), bytes)
  }
  const paste = async (text: string) => {
    setState({ is: 'reading', name: t`Pasted cells` })
    await take(t`Pasted cells`, readPasted(text))
  }
  const chooseSheet = (sheet: string) => {
    if (state.is !== 'looking' || !state.bytes) return
    const read = readFile(state.bytes, { sheet })
    if (read.kind === 'refused') setState({ is: 'choosing', why: `${sheet}: ${read.why}` })
    else look(state.name, read, matchHeadings(read.headings), state.existing, state.bytes)
  }

  const store = async (looking: ImportState & { is: 'looking' }, wanted: ImportPlan) => {
    const { name } = looking
    setState({ is: 'beginning', name })
    try {
      const plan = importJobPlan(wanted, titleOf(wanted))
      const { key } = await runner.start(plan)
      setState({ is: 'working', name, plan, job: key })
    } catch (thrown) {
      setState({ ...looking, trouble: troubleOf(thrown) })
    }
  }

  return {
    state,
    choose,
    paste,
    chooseSheet,
    remap: (mapping: Mapping) => {
      if (state.is === 'looking') look(state.name, state.table, mapping, state.existing, state.bytes)
    },
    store,
    again: () => setState({ is: 'choosing' }),
  }
}
