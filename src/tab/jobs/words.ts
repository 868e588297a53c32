import { counted, showCount } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import { Job } from '../../domain/records/job.ts'
import { silentAfter } from '../../jobs/runJob.ts'
import { soonOrAt } from '../../ui/words.ts'
import type { LocalRun } from './runner.ts'

/** `340 of 1,100 rows, 3 refused`. */
export const farWords = (done: number, of: number, refused: number): string =>
  `${showCount(done)} of ${counted(of, 'row')}${refused > 0 ? `, ${showCount(refused)} refused` : ''}`

/** `about 2 minutes left`, from how long it took so far; '' while nobody can say. */
export const leftWords = ({ progress, began }: LocalRun, now: number): string => {
  const done = progress.done - began.done
  const took = now - began.at
  if (done <= 0 || took < 3_000) return ''
  const left = ((progress.of - progress.done) * took) / done
  if (left < 50_000) return left < 15_000 ? 'a few seconds left' : 'less than a minute left'
  const minutes = Math.round(left / 60_000)
  if (minutes >= 90) return `about ${Math.round(minutes / 60)} hours left`
  return `about ${minutes <= 1 ? 'a minute' : `${minutes} minutes`} left`
}

export const busyWords = (until: string, now: Date): string =>
  `SharePoint is busy. We go on ${soonOrAt(new Date(until), now)}.`

/** Whether the page that worked on a job has gone, as far as its row tells. */
export const isSilent = (job: Stored<Job>, now: Date): boolean =>
  job.modifiedAt === null || Math.abs(now.getTime() - Date.parse(job.modifiedAt)) > silentAfter
