import { t } from '../../../../words/t.ts'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../../domain/problem.ts'
import type { ImportFile, ImportTable } from '../../../../importing/importFile.ts'
import { readFile, readPasted } from '../../../../importing/readFile.ts'
import type { ScorePlan, ScoresChosen, ScoresExisting } from '../../../../importing/scores/scorePlan.ts'
import { readScoresExisting } from '../../../../importing/scores/readScores.ts'
import {
  knownScoreHeadings,
  matchScoreHeadings,
  type ScoreMapping,
} from '../../../../importing/scores/scoreHeadings.ts'
import type { Plan } from '../../../../jobs/plan.ts'
import { scoresJobPlan } from '../../../../jobs/scoresPlan.ts'
import { useServices } from '../../../../ui/services.tsx'
import { useRunner } from '../../../jobs/useJobs.ts'

export type Looking = {
  readonly is: 'looking'
  readonly name: string
  readonly table: ImportTable
  readonly mapping: ScoreMapping
  readonly chosen: ScoresChosen
  readonly existing: ScoresExisting
  /** The workbook, where another of its sheets may be chosen. */
  readonly bytes?: Uint8Array
  readonly trouble?: Trouble
}
export type ScoreImportState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly name: string }
  | Looking
  | { readonly is: 'beginning'; readonly name: string }
  /** It is a job from here on: it runs and ends whether this screen is open or not. */
  | {
      readonly is: 'working'
      readonly name: string
      readonly plan: Plan
      readonly rows: ScorePlan
      readonly job: string
    }

const known = { known: knownScoreHeadings }
const nothing: ScoresChosen = { tool: null, day: null, pupils: new Map() }

/** An import of scores from the file to the job that stores them. Nothing is stored before `store`. */
export const useScoreImport = () => {
  const { records } = useServices()
  const runner = useRunner()
  const [state, setState] = useState<ScoreImportState>({ is: 'choosing' })

  const look = (given: Omit<Looking, 'is' | 'trouble'>) => setState({ ...given, is: 'looking' })
  const take = async (name: string, read: ImportFile, bytes?: Uint8Array) => {
    if (read.kind === 'refused') return setState({ is: 'choosing', why: read.why })
    try {
      const existing = await readScoresExisting(records)
      look({
        name,
        table: read,
        mapping: matchScoreHeadings(read.headings),
        chosen: nothing,
        existing,
        ...(bytes ? { bytes } : {}),
      })
    } catch (thrown) {
      setState({ is: 'choosing', trouble: troubleOf(thrown) })
    }
  }
  const store = async (looking: Looking, rows: ScorePlan) => {
    setState({ is: 'beginning', name: looking.name })
    try {
      const plan = scoresJobPlan(rows)
      const { key } = await runner.start(plan)
      setState({ is: 'working', name: looking.name, plan, rows, job: key })
    } catch (thrown) {
      setState({ ...looking, trouble: troubleOf(thrown) })
    }
  }
  return {
    state,
    choose: async (file: File) => {
      setState({ is: 'reading', name: file.name })
      const bytes = new Uint8Array(await file.arrayBuffer())
      await take(file.name, readFile(bytes, known), bytes)
    },
    paste: async (text: string) => {
      setState({ is: 'reading', name: t`Pasted cells` })
      await take(t`Pasted cells`, readPasted(text, known))
    },
    chooseSheet: (sheet: string) => {
      if (state.is !== 'looking' || !state.bytes) return
      const read = readFile(state.bytes, { ...known, sheet })
      if (read.kind === 'refused') return setState({ is: 'choosing', why: `${sheet}: ${read.why}` })
      // Rows are numbered anew: who was meant in another sheet's row says nothing of this one's.
      const chosen = { ...state.chosen, pupils: new Map<number, string>() }
      look({ ...state, table: read, mapping: matchScoreHeadings(read.headings), chosen })
    },
    remap: (mapping: ScoreMapping) => state.is === 'looking' && look({ ...state, mapping }),
    settle: (chosen: Partial<ScoresChosen>) =>
      state.is === 'looking' && look({ ...state, chosen: { ...state.chosen, ...chosen } }),
    store,
    again: () => setState({ is: 'choosing' }),
  }
}
