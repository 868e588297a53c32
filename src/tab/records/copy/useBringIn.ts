import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useServices } from '../../../ui/services.tsx'
import { useRunner, useRuns } from '../../jobs/useJobs.ts'
import { bringingFor } from './bringing.ts'

/** Bringing a copy in, wherever the person has been meanwhile; `run` while it is stored. */
export const useBringIn = () => {
  const runner = useRunner()
  const runs = useRuns()
  const bringing = bringingFor(useServices(), useQueryClient(), runner)
  const state = useSyncExternalStore(bringing.subscribe, bringing.state)
  return {
    state,
    run: state.is === 'storing' ? (runs.get(state.job) ?? null) : null,
    choose: bringing.choose,
    store: bringing.store,
    again: bringing.again,
    wish: (wish: 'pause' | 'stop') => {
      if (state.is === 'storing') runner.wish(state.job, wish)
    },
  }
}
