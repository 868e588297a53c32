import { t } from '../../words/t.ts'
import { counted, showCount } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { Job } from '../../domain/records/job.ts'
import { bulkMinutes } from '../../graph/pace.ts'
import { silentAfter } from '../../jobs/jobHold.ts'
import { pupilsOfJob } from '../../jobs/perPupil.ts'
import { soonOrAt } from '../../ui/words.ts'
import type { LocalRun } from './runner.ts'

type Counts = { readonly done: number; readonly of: number; readonly refused: number }

/** `31 of 60 pupils, 2 refused`; rows where the work is not about pupils. */
export const farWords = ({ pupils, ...rows }: Counts & { readonly pupils: Counts | null }): string => {
  const { done, of, refused } = pupils ?? rows
  const words = t`${showCount(done)} of ${counted(of, pupils ? 'pupil' : 'row')}`
  return `${words}${refused > 0 ? t`, ${showCount(refused)} refused` : ''}`
}

/** How far a job is, as its row says. */
export const farOf = (job: Job): string =>
  farWords({ done: job.done ?? 0, of: job.total, refused: job.refused ?? 0, pupils: pupilsOfJob(job) })

/** `about 2 minutes left`, from how long it took so far; '' while nobody can say. */
export const leftWords = ({ progress, began }: LocalRun, now: number): string => {
  const done = progress.done - began.done
  const took = now - began.at
  if (done <= 0 || took < 3_000) return ''
  const rows = progress.of - progress.done
  // The first rows go fast, until the budget of a minute is spent.
  const left = Math.max((rows * took) / done, bulkMinutes(rows) * 60_000)
  if (left < 50_000) return left < 15_000 ? t`a few seconds left` : t`less than a minute left`
  const minutes = Math.round(left / 60_000)
  if (minutes >= 90) return t`about ${Math.round(minutes / 60)} hours left`
  return t`about ${minutes <= 1 ? t`a minute` : t`${minutes} minutes`} left`
}

/** What is said before many records are stored: how long it takes at least, and what one can do meanwhile; '' of few. */
export const beforehandWords = (records: number): string => {
  const minutes = bulkMinutes(records)
  return minutes === 0
    ? ''
    : t`Storing ${counted(records, 'row')} takes at least ${counted(minutes, 'minute')}, since Microsoft 365 takes only so many changes a minute. You see how far it is, can go on working in SEND, and pause or stop it. If SEND is closed meanwhile, it waits under Records, Jobs, where you go on with it; nothing is stored twice.`
}

export const busyWords = (until: string, now: Date): string =>
  t`Microsoft 365 takes only so many changes a minute. We go on ${soonOrAt(new Date(until), now)}.`

/** Whether the page that worked on a job has gone, as far as its row tells. */
export const isSilent = (job: Stored<Job>, now: Date): boolean =>
  job.modifiedAt === null || Math.abs(now.getTime() - Date.parse(job.modifiedAt)) > silentAfter
