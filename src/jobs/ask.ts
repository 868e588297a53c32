import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { Job } from '../domain/records/job.ts'
import { type JobPorts, resultsSoFar, saveJobFile } from './jobRow.ts'
import { resultBytes } from './result.ts'

/**
 * Asks for a job that this page doesn't run to pause or stop: the page that runs it hears it at its next look at the
 * job's row. Where nobody runs it, this is all there is to do.
 */
export const askJob = async (
  ports: JobPorts,
  given: Stored<Job>,
  state: 'paused' | 'stopped',
): Promise<Stored<Job>> => {
  const jobs = ports.records.store(Job)
  let job = given
  for (let tries = 0; ; tries += 1) {
    if (job.state !== 'running' && job.state !== 'paused') return job
    try {
      const result = state === 'stopped' ? { result: await resultsFile(ports, job) } : {}
      return await jobs.update(job, { state, ...result })
    } catch (thrown) {
      const theirs =
        thrown instanceof Problem && thrown.trouble.code === 'changed' ? thrown.trouble.theirs : null
      if (!theirs || tries === 5) throw thrown
      job = theirs as Stored<Job>
    }
  }
}

const resultsFile = async (ports: JobPorts, job: Stored<Job>): Promise<string> =>
  saveJobFile(ports, `${job.key} results`, resultBytes(await resultsSoFar(ports, job)))
