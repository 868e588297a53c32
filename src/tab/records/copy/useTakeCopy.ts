import { t } from '../../../words/t.ts'
import { useEffect, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Audience } from '../../../domain/record.ts'
import type { CopyIndex } from '../../../export/copyIndex.ts'
import { type CopyProgress, writeCopy } from '../../../export/schoolCopy.ts'
import { collected } from '../../../export/writeZip.ts'
import type { Purpose } from '../../../ui/disclosure/logBook.ts'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import type { Recipient } from '../../../ui/disclosure/usePassOn.ts'
import { useServices } from '../../../ui/services.tsx'
import { type Gate, newGate } from './gate.ts'

export type TakeState =
  | { readonly is: 'ready'; readonly trouble: Trouble | null }
  | { readonly is: 'working'; readonly at: CopyProgress; readonly paused: boolean }
  | {
      readonly is: 'done'
      readonly index: CopyIndex
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly name: string
      readonly told: Told
    }

/** Why the copy is taken and for whom, as the person who takes it says. */
export type Told = { readonly purpose: Purpose; readonly recipient: Recipient }
export type TakeOptions = Told & { readonly versions: boolean; readonly documents: boolean }

const begun: CopyProgress = { doing: '', step: 0, steps: 1, rows: 0, bytes: 0 }

/** Taking a copy of everything: with a pause, a way to stop, and a row in the log of what left the lists. */
export const useTakeCopy = () => {
  const { school, records, files, me, now, today, download } = useServices()
  const { log } = useLog()
  const [state, setState] = useState<TakeState>({ is: 'ready', trouble: null })
  const work = useRef<{ stop: AbortController; gate: Gate } | null>(null)
  // A copy that nobody waits for any more must not go on reading the whole school.
  useEffect(
    () => () => {
      work.current?.stop.abort()
      work.current?.gate.resume()
    },
    [],
  )

  const save = (name: string, bytes: Uint8Array, { purpose, recipient }: Told) => {
    log.did({
      did: 'exported',
      what: t`Copy of everything`,
      purpose,
      recipient,
      note: t`A copy of all lists`,
    })
    download(name, bytes, 'application/zip')
  }
  const take = async ({ versions, documents, purpose, recipient }: TakeOptions) => {
    const own = { stop: new AbortController(), gate: newGate() }
    work.current = own
    setState({ is: 'working', at: begun, paused: false })
    const { sink, bytes } = collected()
    try {
      const index = await writeCopy(
        {
          school,
          audiences: Object.keys(school.sites) as Audience[],
          records,
          files: documents ? files : undefined,
          madeBy: (await me()).displayName,
          now,
          versions,
          progress: (at) =>
            setState((before) => ({ is: 'working', at, paused: before.is === 'working' && before.paused })),
          signal: own.stop.signal,
          gate: own.gate.wait,
        },
        sink,
      )
      const name = `Copy of everything ${school.id} ${today()}.zip`
      setState({ is: 'done', index, bytes: bytes(), name, told: { purpose, recipient } })
    } catch (thrown) {
      setState({ is: 'ready', trouble: own.stop.signal.aborted ? null : troubleOf(thrown) })
    }
  }
  const setPaused = (paused: boolean) => {
    if (paused) work.current?.gate.pause()
    else work.current?.gate.resume()
    setState((before) => (before.is === 'working' ? { ...before, paused } : before))
  }
  return {
    state,
    take,
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    cancel: () => {
      work.current?.stop.abort()
      work.current?.gate.resume()
    },
    save: () => {
      if (state.is === 'done') save(state.name, state.bytes, state.told)
    },
    again: () => setState({ is: 'ready', trouble: null }),
  }
}
