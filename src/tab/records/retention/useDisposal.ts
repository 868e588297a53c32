import { t } from '../../../words/t.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useServices } from '../../../ui/services.tsx'
import { dispose, type Outcome } from './dispose.ts'
import { type Grounds, type Plan, planFor, readGrounds } from './grounds.ts'
import { reachOf, useReadAnew } from './useRetention.ts'

export type Working =
  | { readonly is: 'ready' }
  | { readonly is: 'working'; readonly pupil: string; readonly done: number; readonly of: number }
  | { readonly is: 'ended' }

/** Everything of these pupils, read once more and whole, and the work of disposing of it one pupil at a time. */
export const useDisposal = (pupils: readonly string[]) => {
  const services = useServices()
  const readAnew = useReadAnew()
  const [reading, setReading] = useState('')
  const [state, setState] = useState<Working>({ is: 'ready' })
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const query = useQuery({
    // Read for this look alone: never shown again later as if it were new.
    queryKey: ['retention', services.school.id, 'look', pupils],
    queryFn: () => readGrounds(reachOf(services), { progress: setReading }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const today = services.today()
  const plansIn = (grounds: Grounds): readonly Plan[] => pupils.map((pupil) => planFor(grounds, pupil, today))
  const run = async (plans: readonly Plan[]) => {
    const [me] = await Promise.allSettled([services.me()])
    const decidedBy = me.status === 'fulfilled' ? me.value.displayName : t`Not known`
    for (const plan of plans) {
      setState({ is: 'working', pupil: plan.pupil, done: 0, of: 1 })
      const outcome = await dispose(plan, {
        reach: reachOf(services),
        today: services.today(),
        decidedBy,
        progress: (done, of) => setState({ is: 'working', pupil: plan.pupil, done, of }),
      })
      setOutcomes((all) => new Map([...all, [plan.pupil, outcome]]))
      // Where SharePoint can't be reached or refuses, the next pupil would only meet the same.
      if (outcome.is === 'trouble') break
    }
    setState({ is: 'ended' })
  }
  const lookAgain = async () => {
    setOutcomes(new Map())
    setState({ is: 'ready' })
    await query.refetch()
  }
  return { query, reading, plansIn, state, outcomes, run, lookAgain, readAnew }
}
