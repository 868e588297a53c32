import { t } from '../../../words/t.ts'
import type { QueryClient } from '@tanstack/react-query'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { Job } from '../../../domain/records/job.ts'
import { planRestore, type RestorePlan } from '../../../export/compareCopy.ts'
import { type Copy, readCopy } from '../../../export/readCopy.ts'
import type { RestoreResult } from '../../../export/restoreCopy.ts'
import { bringIn, bringInJob } from '../../../jobs/bringIn.ts'
import { putStored } from '../../../ui/records.ts'
import type { Services } from '../../../ui/services.tsx'
import type { JobRunner } from '../../jobs/runner.ts'

export type BringState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading'; readonly doing: string }
  | { readonly is: 'looking'; readonly copy: Copy; readonly plan: RestorePlan; readonly trouble?: Trouble }
  /** It is a job from here on: it runs and ends whether this screen is open or not. */
  | { readonly is: 'storing'; readonly copy: Copy; readonly job: string; readonly doing: string }
  | { readonly is: 'done'; readonly copy: Copy; readonly result: RestoreResult }

/** Bringing a copy in: read, look at what would be stored, store as a job, compare. It lives above the screens. */
export type Bringing = {
  state(): BringState
  subscribe(changed: () => void): () => void
  choose(file: File): Promise<void>
  store(copy: Copy, plan?: RestorePlan): Promise<void>
  again(): void
}

const newBringing = (services: Services, client: QueryClient, runner: JobRunner): Bringing => {
  let state: BringState = { is: 'choosing' }
  const listeners = new Set<() => void>()
  const put = (next: BringState) => {
    state = next
    listeners.forEach((changed) => changed())
  }
  const doing = (words: string) => {
    if (state.is === 'storing') put({ ...state, doing: words })
  }

  const look = async (copy: Copy) => {
    put({ is: 'reading', doing: t`Comparing with what is here` })
    try {
      const plan = await planRestore(copy, services.records, services.files, {
        progress: (_done, _of, list) => put({ is: 'reading', doing: t`Comparing: ${list}` }),
      })
      put({ is: 'looking', copy, plan })
    } catch (thrown) {
      put({ is: 'choosing', trouble: troubleOf(thrown) })
    }
  }
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    choose: async (file) => {
      put({ is: 'reading', doing: t`Reading the file` })
      const bytes = await file.arrayBuffer().catch(() => null)
      const read = bytes
        ? await readCopy(new Uint8Array(bytes), (done, of) =>
            put({ is: 'reading', doing: t`Checking the file: ${done} of ${of}` }),
          )
        : { refused: t`The file can’t be read on this device. Choose it again.` }
      if ('refused' in read) put({ is: 'choosing', why: read.refused })
      else await look(read.copy)
    },
    store: async (copy, plan) => {
      try {
        const job = await bringInJob(runner.ports, copy)
        putStored(client, services, Job, job)
        put({ is: 'storing', copy, job: job.key, doing: '' })
        const ports = { ...runner.ports, files: services.files }
        await runner.run(job, async (signal, progress) => {
          const end = await bringIn(ports, job, copy, { worker: newKey(), signal, progress }, doing)
          put({ is: 'done', copy, result: end.result })
          return end
        })
      } catch (thrown) {
        const trouble = troubleOf(thrown)
        put(plan ? { is: 'looking', copy, plan, trouble } : { is: 'choosing', trouble })
      }
    },
    again: () => put({ is: 'choosing' }),
  }
}

const known = new WeakMap<Services, Bringing>()

/** What is brought into the school of these services: the same each time. */
export const bringingFor = (services: Services, client: QueryClient, runner: JobRunner): Bringing => {
  const bringing = known.get(services) ?? newBringing(services, client, runner)
  known.set(services, bringing)
  return bringing
}
