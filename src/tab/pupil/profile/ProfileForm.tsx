import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { joinedNames } from '../../../documents/minutes/parts.ts'
import type { Stored } from '../../../domain/record.ts'
import { Profile } from '../../../domain/records/profile.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { addMonths, showDay } from '../../../domain/rules/day.ts'
import { profileOn } from '../../../domain/rules/publish.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { ProfilePaper } from './ProfilePaper.tsx'

const texts = [
  'goodAt',
  'strengths',
  'important',
  'helps',
  'avoid',
  'triggers',
  'communication',
  'equipment',
  'exams',
  'strategies',
] as const
const groups = [
  { fields: ['from', 'reviewOn', 'madeWith', ...texts] },
  { title: t`Agreed by`, fields: ['pupilAgreed', 'parentAgreed', 'staffAgreed'] },
]

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
})

/** The profile in force as a form that saves itself; a new one for the next time; those before it. */
export const ProfileForm = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Profile)
  const [adding, setAdding] = useState(false)
  return (
    <Loaded queries={[useAbout(Profile, 'pupil', pupil.key)]} shape={<Waiting />}>
      {(list) => {
        const now = profileOn(list.records, today)
        const others = list.records
          .filter(({ key }) => key !== now?.key)
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
        const due = now?.reviewOn && now.reviewOn <= today
        return (
          <>
            <Unreadable listings={[list]} />
            {adding && (
              <AddForm
                type={Profile}
                title={now ? t`Begin a new profile` : t`Begin the profile`}
                given={{ ...begunFrom(now), pupil: pupil.key, from: today, reviewOn: addMonths(today, 12) }}
                fields={['from', 'reviewOn', 'madeWith', ...(now ? [] : ['goodAt', 'important', 'helps'])]}
                onClose={() => setAdding(false)}
              />
            )}
            {!now && !adding && (
              <Notice
                title={t`No one-page profile yet`}
                todo={t`What people like about the pupil, what matters to them and how best to support them, in words that the pupil and the family agreed to. Write it with them: they may read it.`}
                action={
                  mayWrite && (
                    <Button
                      appearance="primary"
                      onClick={() => setAdding(true)}
                    >{t`Begin the profile`}</Button>
                  )
                }
              />
            )}
            {now && (
              <>
                {due && (
                  <StatusMark
                    status="dueSoon"
                    word={t`To be looked at again since ${showDay(now.reviewOn!)}`}
                  />
                )}
                <Agreement profile={now} />
                <ProfilePaper pupil={pupil} profile={now} />
                <RecordForm type={Profile} record={now} groups={groups} />
                {mayWrite && !adding && (
                  <div className={styles.line}>
                    <Button
                      size="small"
                      onClick={() => setAdding(true)}
                    >{t`Begin a new profile from this one`}</Button>
                    <Text size={200} className={styles.quiet}>{t`This one stays as it was agreed.`}</Text>
                  </div>
                )}
              </>
            )}
            {others.length > 0 && (
              <RecordCards
                type={Profile}
                records={others}
                summary={({ from, madeWith }) => (
                  <TwoLines
                    first={from > today ? t`Begins on ${showDay(from)}` : t`Agreed on ${showDay(from)}`}
                    second={madeWith && t`Made with ${madeWith}`}
                  />
                )}
                part={({ from }) => (from > today ? t`Later profiles` : t`Earlier profiles`)}
                groups={groups}
                empty={{ title: '', todo: '' }}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** Whose agreement is missing: a profile in a child's words that nobody agreed to is somebody else's. */
const Agreement = ({ profile }: { profile: Stored<Profile> }) => {
  const styles = useStyles()
  const { pupilAgreed, parentAgreed, staffAgreed } = profile
  const missing = [
    pupilAgreed === null && t`the pupil`,
    parentAgreed === null && t`a parent or carer`,
    staffAgreed === null && t`a member of staff`,
  ].filter((one) => one !== false)
  return (
    <>
      {pupilAgreed === false && (
        <StatusMark status="dueSoon" word={t`The pupil does not agree with all of it`} />
      )}
      {missing.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {t`Not recorded yet whether ${joinedNames(missing)} agreed: the page names those who did.`}
        </Text>
      )}
    </>
  )
}

/** A new profile begins with the words of the last. */
const begunFrom = (last: Stored<Profile> | null) =>
  Object.fromEntries(texts.map((name) => [name, last?.[name] ?? null]))
