import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useServices } from '../../ui/services.tsx'
import { type JobRunner, type LocalRun, runnerFor } from './runner.ts'

/** The jobs that this page works on. */
export const useRunner = (): JobRunner => runnerFor(useServices(), useQueryClient())

export const useRuns = (): ReadonlyMap<string, LocalRun> => {
  const runner = useRunner()
  return useSyncExternalStore(runner.subscribe, runner.runs)
}
