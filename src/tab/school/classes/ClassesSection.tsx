import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowCircleUpRegular, ArrowUploadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { saidOf } from '../../../domain/fields.ts'
import { ClassTeacher } from '../../../domain/records/classTeacher.ts'
import { Job } from '../../../domain/records/job.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { isInForce } from '../../../domain/rules/classStaff.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useClassStaff } from '../../../ui/useMyClasses.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { Gaps } from './Gaps.tsx'
import { ImportClasses } from './ImportClasses.tsx'
import { RollUp } from '../../records/jobs/RollUp.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
})
const groups = [{ fields: ['className', 'name', 'userPrincipalName', 'role', 'subject', 'from', 'until'] }]

/** Who teaches and supports which class, so that staff find their own pupils first. */
export const ClassesSection = () => {
  const { school } = useServices()
  const staff = useClassStaff()
  const pupils = useAll(Pupil)
  if (school.sites.staff === undefined)
    return (
      <Notice
        title={t`This school has no site for staff yet`}
        todo={t`Who teaches which class lies on the staff site, where teachers find the profiles of their pupils.`}
      />
    )
  return (
    <Loaded queries={[staff, pupils]} shape={<Waiting />}>
      {(listing, register) => (
        <>
          <Unreadable listings={[listing]} />
          <Classes rows={listing.records} pupils={register.records} />
        </>
      )}
    </Loaded>
  )
}

const Classes = ({
  rows,
  pupils,
}: {
  rows: NonNullable<ReturnType<typeof useClassStaff>['data']>['records']
  pupils: Parameters<typeof Gaps>[0]['pupils']
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(ClassTeacher)
  const [importing, setImporting] = useState(false)
  const [past, setPast] = useState(false)
  const [moving, setMoving] = useState(false)
  const mayJob = useMayWrite(Job)
  const { go } = useGo()
  const ended = rows.filter(({ until }) => until !== null && until < today)
  const shown = (past ? ended : rows.filter((row) => !ended.includes(row))).toSorted(
    (a, b) =>
      a.className.localeCompare(b.className, 'en-GB', { numeric: true }) ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
  if (moving)
    return (
      <RollUp
        onClose={() => setMoving(false)}
        onBegun={(key) => go({ at: 'records', section: 'jobs', key })}
      />
    )
  return (
    <div className={styles.part}>
      <Text
        className={styles.quiet}
      >{t`Teachers and assistants see the profiles of their own classes first. It is a filter and no wall: everybody on the staff site can see every published profile.`}</Text>
      <Gaps rows={rows} pupils={pupils} today={today} />
      {mayWrite &&
        (importing ? (
          <ImportClasses onClose={() => setImporting(false)} />
        ) : (
          <div className={styles.buttons}>
            <Button
              icon={<ArrowUploadRegular />}
              onClick={() => setImporting(true)}
            >{t`Import a list of classes and staff`}</Button>
            {mayJob && (
              <Button
                icon={<ArrowCircleUpRegular />}
                onClick={() => setMoving(true)}
              >{t`Start a new school year`}</Button>
            )}
          </div>
        ))}
      <RecordCards
        key={String(past)}
        type={ClassTeacher}
        records={shown}
        groups={groups}
        part={(row) => row.className}
        summary={(row) => (
          <TwoLines
            first={row.name}
            second={[
              saidOf(ClassTeacher.fields.role, row.role),
              row.subject,
              row.userPrincipalName ?? t`no sign-in address`,
              row.from && !isInForce(row, today) && row.from > today && t`from ${showDay(row.from)}`,
              row.until && t`until ${showDay(row.until)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
        {...(past
          ? {}
          : {
              add: {
                words: t`Put somebody down for a class`,
                given: { role: 'teacher', from: today },
                fields: ['className', 'name', 'userPrincipalName', 'role', 'subject', 'from'],
              },
            })}
        empty={{
          title: past ? t`Nobody has ended` : t`Nobody is put down for a class yet`,
          todo: past
            ? t`Whose last day is over stands here.`
            : t`Import a list from your MIS or a sheet of your own, or put people down one by one.`,
        }}
      />
      {(ended.length > 0 || past) && (
        <div>
          <Button appearance="subtle" onClick={() => setPast(!past)}>
            {past ? t`Show who is in force` : t`Show ${counted(ended.length, 'row')} that ended`}
          </Button>
        </div>
      )}
    </div>
  )
}
