import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import type { JobPorts } from './jobRow.ts'

/**
 * Asks for a job that this page doesn't run to pause or stop: the page that runs it hears it at its next look at the
 * job's row, which it may write often. Where nobody runs it, this is all there is to do: the row says what was done.
 */
export const askJob = async (
  { records }: Pick<JobPorts, 'records'>,
  given: Stored<Job>,
  state: 'paused' | 'stopped',
): Promise<Stored<Job>> => {
  const jobs = records.store(Job)
  let job = given
  for (let tries = 0; ; tries += 1) {
    if (job.state !== 'running' && job.state !== 'paused') return job
    try {
      return await jobs.update(job, { state })
    } catch (thrown) {
      const theirs =
        thrown instanceof Problem && thrown.trouble.code === 'changed' ? thrown.trouble.theirs : null
      if (!theirs || tries === 10) throw thrown
      job = theirs as Stored<Job>
    }
  }
}
