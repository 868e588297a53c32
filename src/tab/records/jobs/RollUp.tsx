import { t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { Job } from '../../../domain/records/job.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useClassStaff } from '../../../ui/useMyClasses.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { onRoll } from '../../../jobs/rollUp.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useStaffRows } from '../../register/bulk/staffRows.ts'
import { RollUpForm } from './RollUpForm.tsx'

/** Everyone one year up, looked at before anything is written. */
export const RollUp = ({ onClose, onBegun }: { onClose: () => void; onBegun: (key: string) => void }) => {
  const today = useServices().today()
  return (
    <section aria-label={t`Roll everyone up a year`}>
      <Text
        as="h2"
        size={500}
        weight="semibold"
        block
        style={{ margin: '0 0 8px' }}
      >{t`Roll everyone up a year`}</Text>
      <Loaded
        queries={[useAll(Pupil), useAll(Job), useSchool(), useClassStaff(), useStaffRows()]}
        shape={<Waiting />}
      >
        {(pupils, jobs, school, staff, shown) => {
          const here = onRoll(pupils.records, today)
          return here.length === 0 ? (
            <Notice title={t`Nobody is on roll`} todo={t`Import your pupils first.`} />
          ) : (
            <RollUpForm
              pupils={here}
              unread={pupils.unreadable.length}
              jobs={jobs.records}
              phase={school?.phase ?? null}
              staff={staff.records}
              shown={shown && { ...shown, today }}
              today={today}
              onClose={onClose}
              onBegun={onBegun}
            />
          )
        }}
      </Loaded>
    </section>
  )
}
