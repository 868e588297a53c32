import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Job } from '../../../domain/records/job.ts'
import { useServices } from '../../../ui/services.tsx'
import { useRuns } from '../../jobs/useJobs.ts'

const every = 15_000

/** Reads the jobs again now and then while another page works on one of them. */
export const useLookAgain = (jobs: readonly Stored<Job>[]): void => {
  const client = useQueryClient()
  const { school } = useServices()
  const runs = useRuns()
  const elsewhere = jobs.some(({ key, state }) => state === 'running' && runs.get(key)?.end !== null)
  useEffect(() => {
    if (!elsewhere) return
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: ['records', school.id, Job.name] }),
      every,
    )
    return () => clearInterval(timer)
  }, [client, school.id, elsewhere])
}
