import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { SlotPupil } from '../../domain/records/slotPupil.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { askedWords, teacherQuestions } from '../../domain/rules/concern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { lateWords } from '../../domain/rules/todayParts.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useStaffList } from '../../ui/ledger/useStaffList.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useMyClasses } from '../../ui/useMyClasses.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { Mine } from './Mine.tsx'
import { staffPupils } from './staffPupils.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px', maxWidth: '760px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  ask: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
})

const mine = (address: string | null, me: string) => address?.trim().toLowerCase() === me.toLowerCase()

/** What a teacher or assistant does here: answer what they are asked, raise a concern, see what they have said. */
export const StaffConcerns = ({ askKey }: { askKey: string | null }) => {
  const styles = useStyles()
  const { me, today } = useServices()
  const who = useQuery({ queryKey: ['me'], queryFn: me, staleTime: Infinity })
  const asks = useAll(TeacherAsk)
  const said = useAll(StaffConcern)
  const profiles = useAll(StaffProfile)
  const places = useStaffList(SlotPupil)
  const classes = useMyClasses() ?? []
  const [answering, setAnswering] = useState<string | null>(askKey)
  const [raising, setRaising] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  return (
    <Loaded queries={[who, asks, said, profiles, places]} shape={<Waiting />}>
      {(person, askList, saidList, known, coming) => {
        const answered = new Set(saidList.records.map(({ ask }) => ask))
        const open = askList.records
          .filter(
            (ask) =>
              mine(ask.userPrincipalName, person.userPrincipalName) &&
              ask.state === 'open' &&
              !answered.has(ask.key),
          )
          .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
        const own = saidList.records.filter((one) => mine(one.userPrincipalName, person.userPrincipalName))
        const pupils = staffPupils(known.records, coming.records, askList.records, classes)
        const nameOf = new Map(pupils.map(({ key, name }) => [key, name]))
        return (
          <>
            {sent && <output>{sent}</output>}
            {own.length < saidList.records.length && (
              <Text role="note">{t`You can see what other staff wrote here, so they can see yours. Ask whoever looks after Microsoft 365 at your school to give this list permissions of its own, and tell the SENCO in person until then.`}</Text>
            )}
            <section className={styles.part} aria-label={t`You are asked about`}>
              <Text
                as="h2"
                size={500}
                weight="semibold"
                className={styles.title}
              >{t`You are asked about`}</Text>
              {open.length === 0 && (
                <Text
                  className={styles.quiet}
                >{t`Nobody: the SENCO is waiting for no answer of yours.`}</Text>
              )}
              {open.map((ask) =>
                answering === ask.key ? (
                  <AnswerForm
                    key={ask.key}
                    ask={ask}
                    by={person}
                    onStored={() => setSent(t`Thank you. The SENCO has your answers about ${ask.pupilName}.`)}
                    onClose={() => setAnswering(null)}
                  />
                ) : (
                  <Ask key={ask.key} ask={ask} today={today()} onAnswer={() => setAnswering(ask.key)} />
                ),
              )}
            </section>
            <section className={styles.part} aria-label={t`Raise a concern`}>
              <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Raise a concern`}</Text>
              {raising ? (
                <AddForm
                  type={StaffConcern}
                  title={t`Send to the SENCO`}
                  given={{
                    by: person.displayName,
                    userPrincipalName: person.userPrincipalName,
                    on: today(),
                  }}
                  fields={['pupil', 'pupilName', ...teacherQuestions]}
                  options={{ pupil: pupils }}
                  // Kept with what is said: the pupil may leave this list, and what was said must still say of whom.
                  also={({ pupil, pupilName }) => ({
                    pupilName: pupilName ?? nameOf.get(String(pupil)) ?? null,
                  })}
                  onStored={() => setSent(t`Thank you. The SENCO sees it under Concerns and on Today.`)}
                  onClose={() => setRaising(false)}
                />
              ) : (
                <>
                  <Text
                    className={styles.quiet}
                  >{t`Say what you see. The SENCO and you can read it, other staff can’t. If a child may be at risk, speak to the safeguarding lead now instead.`}</Text>
                  <div>
                    <Button
                      icon={<AddRegular />}
                      appearance="primary"
                      onClick={() => setRaising(true)}
                    >{t`Raise a concern`}</Button>
                  </div>
                </>
              )}
            </section>
            {own.length > 0 && (
              <section className={styles.part} aria-label={t`What you have said`}>
                <Text
                  as="h2"
                  size={500}
                  weight="semibold"
                  className={styles.title}
                >{t`What you have said`}</Text>
                {own
                  .toSorted((a, b) => (a.on < b.on ? 1 : -1))
                  .map((one) => (
                    <Mine key={one.key} said={one} name={nameOf.get(one.pupil ?? '') ?? one.pupilName} />
                  ))}
              </section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const Ask = ({ ask, today, onAnswer }: { ask: Stored<TeacherAsk>; today: string; onAnswer: () => void }) => {
  const styles = useStyles()
  const late = ask.due !== null && ask.due < today
  return (
    <div className={styles.ask}>
      <div className={styles.who}>
        <Text weight="semibold">{ask.pupilName}</Text>
        <Text size={200} className={styles.quiet}>
          {[
            ask.subject,
            ask.due && (late ? t`was due ${showDay(ask.due)}` : t`by ${showDay(ask.due)}`),
            askedWords(ask, today),
            t`about 3 minutes`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {late && <StatusMark status="overdue" word={lateWords(ask.due!, today)} />}
      <Button
        appearance="primary"
        onClick={onAnswer}
        aria-label={t`Answer about ${ask.pupilName}`}
      >{t`Answer`}</Button>
    </div>
  )
}
