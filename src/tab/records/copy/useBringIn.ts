import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { type Copy, readCopy } from '../../../export/readCopy.ts'
import { planRestore, type RestorePlan, type RestoreResult, runRestore } from '../../../export/restoreCopy.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { type Gate, newGate } from './gate.ts'

export type BringState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly doing: string }
  | { readonly is: 'looking'; readonly copy: Copy; readonly plan: RestorePlan }
  | {
      readonly is: 'storing'
      readonly copy: Copy
      readonly done: number
      readonly of: number
      readonly doing: string
      readonly paused: boolean
    }
  | { readonly is: 'done'; readonly copy: Copy; readonly result: RestoreResult }

/** Bringing a copy in: read, look at what would be stored, store, compare. It can be stopped and run again. */
export const useBringIn = () => {
  const services = useServices()
  const client = useQueryClient()
  const say = useSay()
  const [state, setState] = useState<BringState>({ is: 'choosing' })
  const work = useRef<{ stop: AbortController; gate: Gate } | null>(null)
  useEffect(
    () => () => {
      work.current?.stop.abort()
      work.current?.gate.resume()
    },
    [],
  )

  const look = async (copy: Copy) => {
    setState({ is: 'reading', doing: 'Comparing with what is here' })
    try {
      const plan = await planRestore(copy, services.records, services.files, {
        progress: (_done, _of, doing) => setState({ is: 'reading', doing: `Comparing: ${doing}` }),
      })
      setState({ is: 'looking', copy, plan })
    } catch (thrown) {
      setState({ is: 'choosing', trouble: troubleOf(thrown) })
    }
  }
  const choose = async (file: File) => {
    setState({ is: 'reading', doing: 'Reading the file' })
    const bytes = await file.arrayBuffer().catch(() => null)
    const read = bytes
      ? await readCopy(new Uint8Array(bytes), (done, of) =>
          setState({ is: 'reading', doing: `Checking the file: ${done} of ${of}` }),
        )
      : { refused: 'The file can’t be read on this device. Choose it again.' }
    if ('refused' in read) setState({ is: 'choosing', why: read.refused })
    else await look(read.copy)
  }
  const store = async (copy: Copy) => {
    const own = { stop: new AbortController(), gate: newGate() }
    work.current = own
    setState({ is: 'storing', copy, done: 0, of: 1, doing: '', paused: false })
    const result = await runRestore(copy, services.records, services.files, {
      progress: (done, of, doing) =>
        setState((before) => ({
          is: 'storing',
          copy,
          done,
          of,
          doing,
          paused: before.is === 'storing' && before.paused,
        })),
      signal: own.stop.signal,
      gate: own.gate.wait,
    })
    setState({ is: 'done', copy, result })
    say(`Copy: ${result.stored.toLocaleString('en-GB')} records stored`)
    await client.invalidateQueries({ queryKey: ['records', services.school.id] })
  }
  const setPaused = (paused: boolean) => {
    if (paused) work.current?.gate.pause()
    else work.current?.gate.resume()
    setState((before) => (before.is === 'storing' ? { ...before, paused } : before))
  }
  return {
    state,
    choose,
    store,
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    stop: () => {
      work.current?.stop.abort()
      work.current?.gate.resume()
    },
    again: () => setState({ is: 'choosing' }),
  }
}
