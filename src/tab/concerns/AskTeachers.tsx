import { t } from '../../words/t.ts'
import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import type { Concern } from '../../domain/records/concern.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { type Asked, teachersOf, usualAnswerDay } from '../../domain/rules/concern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { typedDay } from '../../domain/rules/typedDay.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { storeNew } from '../../ui/storeNew.ts'
import { useAttempt } from '../../ui/useAttempt.ts'
import { useClassStaff } from '../../ui/useMyClasses.ts'
import { useSay } from '../../ui/undo.tsx'
import { whyNotSaved } from '../../ui/words.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '640px',
  },
  title: { margin: 0 },
  all: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  other: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
})

type Who = { readonly name: string; readonly userPrincipalName: string; readonly subject: string }

/**
 * Puts the short questions to the pupil's teachers: those of the class, and anybody else by name and sign-in address.
 * Whoever was asked already isn't asked twice: the row's key follows from the concern and the address.
 */
export const AskTeachers = ({
  concern,
  pupil,
  asked,
}: {
  concern: Stored<Concern>
  pupil: Stored<Pupil>
  asked: readonly Asked[]
}) => {
  const styles = useStyles()
  const staff = useClassStaff()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div>
        <Button appearance={asked.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
          {asked.length === 0 ? t`Ask teachers` : t`Ask somebody else`}
        </Button>
      </div>
    )
  return (
    <Loaded
      queries={[staff]}
      shape={<Text className={styles.quiet}>{t`Reading who teaches the class`}</Text>}
    >
      {(rows) => (
        <Choose
          concern={concern}
          pupil={pupil}
          asked={asked}
          rows={rows.records}
          onClose={() => setOpen(false)}
        />
      )}
    </Loaded>
  )
}

const Choose = ({
  concern,
  pupil,
  asked,
  rows,
  onClose,
}: {
  concern: Stored<Concern>
  pupil: Stored<Pupil>
  asked: readonly Asked[]
  rows: Parameters<typeof teachersOf>[1]
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const had = new Set(asked.map(({ ask }) => ask.userPrincipalName.toLowerCase()))
  const [others, setOthers] = useState<readonly Who[]>([])
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [typedDue, setTypedDue] = useState(showDay(usualAnswerDay(asked, today())))
  const due = typedDay(typedDue, today())
  const dueWrong =
    due === null
      ? t`Write a date, such as 10/3, 10 Mar 2026 or next Tue`
      : due < today()
        ? t`That day is over: choose today or a later one`
        : null
  const all = [...teachersOf(pupil.className, rows, today()), ...others].filter(
    (one, i, list) => list.findIndex((other) => other.userPrincipalName === one.userPrincipalName) === i,
  )
  const free = all.filter(({ userPrincipalName }) => !had.has(userPrincipalName))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = free.filter(({ userPrincipalName }) => !left.has(userPrincipalName))
  const fits = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address.trim())
  const ask = () =>
    attempt(async () => {
      for (const { name: teacher, userPrincipalName, subject } of chosen)
        put(
          TeacherAsk,
          await storeNew(
            records.store(TeacherAsk),
            blank(TeacherAsk, {
              concern: concern.key,
              pupil: concern.pupil,
              pupilName: fullName(pupil),
              teacher,
              userPrincipalName,
              subject,
              askedOn: today(),
              due,
              state: 'open',
            }),
            derivedKey(concern.key, 'ask', userPrincipalName),
          ),
        )
      say(t`${counted(chosen.length, 'teacher')} asked: they see it under Concerns in their own tab`)
      onClose()
    })
  return (
    <section className={styles.card} aria-labelledby="ask-teachers">
      <Text as="h3" id="ask-teachers" weight="semibold" className={styles.title}>{t`Ask teachers`}</Text>
      <Text
        className={styles.quiet}
      >{t`They see the pupil’s name and the questions under Concerns, and nothing of why they are asked. All staff of the staff site could read that they are asked.`}</Text>
      {free.length > 0 ? (
        <fieldset className={styles.all}>
          <legend>{pupil.className ? t`Who teaches ${pupil.className}` : t`Whom to ask`}</legend>
          {free.map((one) => (
            <Checkbox
              key={one.userPrincipalName}
              checked={!left.has(one.userPrincipalName)}
              label={`${one.name}, ${one.subject}`}
              onChange={() =>
                setLeft((before) => {
                  const after = new Set(before)
                  if (!after.delete(one.userPrincipalName)) after.add(one.userPrincipalName)
                  return after
                })
              }
            />
          ))}
        </fieldset>
      ) : (
        <Text>
          {had.size > 0
            ? t`Everybody who is put down for the class has been asked.`
            : t`Nobody with a sign-in address is put down for the class: add who teaches it under School, Classes and staff; or write whom to ask here.`}
        </Text>
      )}
      <div className={styles.other}>
        <Field label={t`Somebody else`} hint={t`Their name`}>
          <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Field
          label={t`Their user principal name`}
          hint={t`The address that they sign in with`}
          {...(address !== '' && !fits
            ? { validationState: 'warning', validationMessage: t`Write it like a.khan@school.sch.uk` }
            : {})}
        >
          <Input value={address} maxLength={120} onChange={(_, { value }) => setAddress(value)} />
        </Field>
      </div>
      <Button
        size="small"
        disabled={name.trim() === '' || !fits}
        onClick={() => {
          setOthers([
            ...others,
            { name: name.trim(), userPrincipalName: address.trim().toLowerCase(), subject: '' },
          ])
          setName('')
          setAddress('')
        }}
      >{t`Add to the list`}</Button>
      <Field
        label={t`Answer by`}
        {...(dueWrong ? { validationState: 'error', validationMessage: dueWrong } : {})}
      >
        <Input value={typedDue} onChange={(_, { value }) => setTypedDue(value)} />
      </Field>
      {trouble && (
        <Text role="alert">{t`Not all are asked: ${whyNotSaved(trouble)}. Press the button again: nobody is asked twice.`}</Text>
      )}
      <div className={styles.other}>
        <Button
          appearance="primary"
          disabled={busy || chosen.length === 0 || dueWrong !== null}
          onClick={() => void ask()}
        >{t`Ask ${counted(chosen.length, 'teacher')}`}</Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
