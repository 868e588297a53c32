import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowCircleUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Job } from '../../../domain/records/job.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useRuns } from '../../jobs/useJobs.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { JobCard } from './JobCard.tsx'
import { JobDetail } from './JobDetail.tsx'
import { RollUp } from './RollUp.tsx'
import { useLookAgain } from './useLookAgain.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '960px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { color: tokens.colorNeutralForeground2, flexGrow: 1, flexBasis: '320px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
})

/** Work on many records at once: what is going on, what stopped, and what became of it. */
export const JobsSection = ({ recordKey }: { recordKey: string | null }) => {
  const styles = useStyles()
  const { go } = useGo()
  const [moving, setMoving] = useState(false)
  const mayWrite = useMayWrite(Job)
  const runs = useRuns()
  const jobs = useAll(Job)
  useLookAgain(jobs.data?.records ?? [])
  if (moving) {
    return (
      <RollUp
        onClose={() => setMoving(false)}
        onBegun={(key) => {
          setMoving(false)
          go({ at: 'records', section: 'jobs', key })
        }}
      />
    )
  }
  return (
    <Loaded queries={[jobs]} shape={<Waiting />}>
      {(list) => {
        const all = list.records.toSorted((one, other) => (one.key < other.key ? 1 : -1))
        const open = recordKey === null ? undefined : all.find(({ key }) => key === recordKey)
        if (open) return <JobDetail key={open.key} job={open} run={runs.get(open.key) ?? null} />
        return (
          <div className={styles.part}>
            <Unreadable listings={[list]} />
            <div className={styles.head}>
              <Text
                className={styles.quiet}
              >{t`Imports and other work on many records at once. Each goes on where it stopped, says what became of every pupil or row, and can be undone.`}</Text>
              {mayWrite && (
                <Button
                  icon={<ArrowCircleUpRegular />}
                  onClick={() => setMoving(true)}
                >{t`Roll everyone up a year`}</Button>
              )}
            </div>
            {all.length === 0 ? (
              <Notice
                title={t`No jobs yet`}
                todo={t`Import pupils, tick pupils in the register to archive or publish them, or roll everyone up a year in September.`}
              />
            ) : (
              <ul className={styles.list} aria-label={t`Jobs`}>
                {all.map((job) => (
                  <JobCard key={job.key} job={job} run={runs.get(job.key) ?? null} />
                ))}
              </ul>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
