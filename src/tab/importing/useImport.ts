import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import {
  checkRows,
  type Existing,
  type ImportPlan,
  type ImportResult,
  type ImportTable,
  type Mapping,
  matchHeadings,
  readExisting,
  readFile,
  runImport,
} from '../../importing/index.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'

export type ImportState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'looking'; readonly name: string; readonly plan: ImportPlan; readonly existing: Existing }
  | { readonly is: 'storing'; readonly name: string; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly name: string; readonly plan: ImportPlan; readonly result: ImportResult }

/** An import from the file to the result. Nothing is stored before `store`; it may be stopped and gone on with. */
export const useImport = () => {
  const services = useServices()
  const client = useQueryClient()
  const say = useSay()
  const [state, setState] = useState<ImportState>({ is: 'choosing' })
  const stopping = useRef<AbortController | null>(null)

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

  const store = async (name: string, plan: ImportPlan) => {
    stopping.current = new AbortController()
    setState({ is: 'storing', name, done: 0, of: plan.counts.new + plan.counts.changed })
    const result = await runImport(
      plan,
      services.records,
      (done, of) => setState({ is: 'storing', name, done, of }),
      stopping.current.signal,
    )
    setState({ is: 'done', name, plan, result })
    say(`Import: ${result.counts.stored} stored, ${result.counts.refused} refused`)
    await client.invalidateQueries({ queryKey: ['records', services.school.id] })
  }

  return {
    state,
    choose,
    remap: (mapping: Mapping) => {
      if (state.is === 'looking') look(state.name, state.plan.table, mapping, state.existing)
    },
    store,
    stop: () => stopping.current?.abort(),
    again: () => setState({ is: 'choosing' }),
  }
}
