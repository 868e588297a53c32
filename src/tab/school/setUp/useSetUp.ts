import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Audience } from '../../../domain/record.ts'
import { recordTypesFor } from '../../../domain/records/index.ts'
import type { ListReport } from '../../../graph/connect.ts'
import { useServices } from '../../../ui/services.tsx'

/** What became of one site in the run that is on, or was last. */
export type SiteRun = {
  readonly lists: readonly ListReport[]
  readonly of: number
  readonly state: 'waiting' | 'working' | 'done' | 'stopped'
  readonly trouble?: Trouble
  /** SharePoint is busy: nothing goes on before this instant. */
  readonly until?: string | undefined
}

const mostTries = 5

/** What stands in each site of the school, and the run that makes what lacks, site after site. */
export const useSetUp = () => {
  const services = useServices()
  const { school } = services
  const client = useQueryClient()
  const audiences = (Object.keys(school.sites) as Audience[]).filter(
    (each) => recordTypesFor(each).length > 0,
  )
  const [runs, setRuns] = useState<Partial<Record<Audience, SiteRun>>>({})
  const [looked, setLooked] = useState<Partial<Record<Audience, number>>>({})

  const keyOf = (audience: Audience) => ['checkSite', school.id, audience]
  const looks = useQueries({
    queries: audiences.map((audience) => ({
      queryKey: keyOf(audience),
      queryFn: () =>
        services.checkSite(audience, (done) => setLooked((before) => ({ ...before, [audience]: done }))),
      staleTime: Infinity,
    })),
  })

  const put = (audience: Audience, change: (before: SiteRun) => SiteRun) =>
    setRuns((before) => ({ ...before, [audience]: change(before[audience]!) }))

  /** Waits as long as SharePoint, or our own pace, asks for; false where there is nothing to wait for. */
  const waited = async (audience: Audience, trouble: Trouble): Promise<boolean> => {
    if (trouble.code !== 'busy' || trouble.until === undefined) return false
    const { until } = trouble
    put(audience, (before) => ({ ...before, until }))
    const milliseconds = Date.parse(until) - services.now().getTime()
    await new Promise((done) => setTimeout(done, Math.max(0, milliseconds) + 500))
    put(audience, (before) => ({ ...before, until: undefined }))
    return true
  }
  const add = (list: ListReport) => (before: SiteRun) =>
    before.lists.some((each) => each.list === list.list)
      ? before
      : { ...before, lists: [...before.lists, list] }

  const site = async (audience: Audience): Promise<void> => {
    put(audience, (before) => ({ ...before, state: 'working' }))
    for (let tries = 1; ; tries += 1) {
      try {
        await services.setUpSite(audience, (list) => put(audience, add(list)))
        break
      } catch (thrown) {
        const trouble = troubleOf(thrown)
        if (tries < mostTries && (await waited(audience, trouble))) continue
        put(audience, (before) => ({ ...before, state: 'stopped', trouble }))
        break
      }
    }
    // Read again, not reckoned: what SharePoint says now is what counts.
    for (let tries = 1; tries <= mostTries; tries += 1) {
      await client.refetchQueries({ queryKey: keyOf(audience) })
      const { error } = client.getQueryState(keyOf(audience)) ?? {}
      if (!error || !(await waited(audience, troubleOf(error)))) break
    }
    put(audience, (before) => (before.state === 'stopped' ? before : { ...before, state: 'done' }))
  }

  const run = async () => {
    setRuns(
      Object.fromEntries(
        audiences.map((audience) => [
          audience,
          { lists: [], of: recordTypesFor(audience).length, state: 'waiting' },
        ]),
      ),
    )
    for (const audience of audiences) await site(audience)
    services.schema.forget()
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'checkSite' })
  }

  const sites = audiences.map((audience, index) => ({
    audience,
    address: school.sites[audience]!.replace(':', ''),
    look: looks[index]!,
    looked: looked[audience] ?? 0,
    run: runs[audience],
  }))
  const working = Object.values(runs).some(({ state }) => state === 'working' || state === 'waiting')
  return { sites, run, working }
}
