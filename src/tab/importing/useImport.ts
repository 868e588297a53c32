import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import {
  checkRows,
  type Existing,
  type ImportPlan,
  type ImportTable,
  type Mapping,
  matchHeadings,
  readExisting,
  readFile,
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
      readonly plan: ImportPlan
      readonly existing: Existing
      readonly trouble?: Trouble
    }
  | { readonly is: 'beginning'; readonly name: string }
  /** It is a job from here on: it runs and ends whether this screen is open or not. */
  | { readonly is: 'working'; readonly name: string; readonly plan: Plan; readonly job: string }

const titleOf = ({ counts }: ImportPlan): string => {
  const pupils = counts.new + counts.changed
  return `Import of ${pupils.toLocaleString('en-GB')} ${pupils === 1 ? 'pupil' : 'pupils'}`
}

/** An import from the file to the job that stores it. Nothing is stored before `store`. */
export const useImport = () => {
  const services = useServices()
  const runner = useRunner()
  const [state, setState] = useState<ImportState>({ is: 'choosing' })

  const look = (name: string, table: ImportTable, mapping: Mapping, existing: Existing) =>
    setState({ is: 'looking', name, existing, plan: checkRows(table, mapping, existing, services.today()) })

  const choose = async (file: File) => {
    setState({ is: 'reading', name: file.name })
    const read = readFile(new Uint8Array(await file.arrayBuffer()))
    if (read.kind === 'refused') {
      setState({ is: 'choosing', why: read.why })
      return
    }
    try {
      look(file.name, read, matchHeadings(read.headings), await readExisting(services.records))
    } catch (thrown) {
      setState({ is: 'choosing', trouble: troubleOf(thrown) })
    }
  }

  const store = async (looking: ImportState & { is: 'looking' }) => {
    const { name } = looking
    setState({ is: 'beginning', name })
    try {
      const plan = importJobPlan(looking.plan, titleOf(looking.plan))
      const { key } = await runner.start(plan)
      setState({ is: 'working', name, plan, job: key })
    } catch (thrown) {
      setState({ ...looking, trouble: troubleOf(thrown) })
    }
  }

  return {
    state,
    choose,
    remap: (mapping: Mapping) => {
      if (state.is === 'looking') look(state.name, state.plan.table, mapping, state.existing)
    },
    store,
    again: () => setState({ is: 'choosing' }),
  }
}
