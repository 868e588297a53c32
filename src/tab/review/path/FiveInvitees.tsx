import { t } from '../../../words/t.ts'
import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Contributor, statutoryInvitees, toBeNamed } from '../../../domain/records/contributor.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { inviteeWords, unnamedInvitees } from '../../../domain/rules/reviewActs.ts'
import { rightsWithYoungPerson } from '../../../domain/rules/reviewDates.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useAddPerson } from './useAddPerson.ts'
import { useChanges } from './useChanges.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** A name for somebody whom the law has invited: typed once, stored with Enter or the button. */
const NameThem = ({
  role,
  words,
  file,
  known,
}: {
  role: Contributor['role']
  words: string
  file: ReviewFile
  known: Stored<Contributor> | undefined
}) => {
  const styles = useStyles()
  const [name, setName] = useState('')
  const { change, busy } = useChanges()
  const { add } = useAddPerson(file)
  const store = () => {
    const said = t`${words} named`
    if (name.trim() === '') return
    if (known) void change([{ type: Contributor, stored: known, changes: { name: name.trim() } }], said)
    else void add(blank(Contributor, { review: file.review.key, role, name: name.trim() }))
  }
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <Input
        size="small"
        value={name}
        aria-label={t`Name: ${words}`}
        placeholder={t`Name`}
        maxLength={120}
        onChange={(_, { value }) => setName(value)}
      />
      <Button size="small" type="submit" disabled={busy || name.trim() === ''}>{t`Name them`}</Button>
    </form>
  )
}

/** The five whom the law has invited, each with who stands for it. Source: SEND Regulations 2014, regulation 20(2). */
export const FiveInvitees = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Contributor)
  const { contributors, pupil, review } = file
  const ownRight = rightsWithYoungPerson(pupil.dateOfBirth, review.meetingDate ?? today)
  const missing = unnamedInvitees(contributors, ownRight)
  return (
    <section aria-label={t`Whom the law has invited`}>
      <Text as="h3" weight="semibold" block style={{ margin: '0 0 8px' }}>{t`Whom the law has invited`}</Text>
      <ul className={styles.list}>
        {statutoryInvitees.map((role) => {
          const asked = role === 'parent' && ownRight ? 'youngPerson' : role
          const all = contributors.filter((one) => one.role === asked)
          const named = all.filter(({ name }) => name !== toBeNamed)
          const invited = named.length > 0 && named.every((one) => one.invited)
          const absent = missing.includes(role)
          return (
            <li key={role} className={styles.row}>
              <StatusMark
                status={invited ? 'done' : absent ? 'dueSoon' : 'onTrack'}
                word={invited ? t`Invited` : absent ? t`Nobody named` : t`On the list`}
              />
              <span className={styles.name}>
                <Text>
                  {inviteeWords(role, ownRight)}
                  {named.length > 0 && ': '}
                  {named.map((one, i) => (
                    <span key={one.key}>
                      {i > 0 && ', '}
                      <Personal>{one.name}</Personal>
                      {one.invited && <span className={styles.quiet}> ({showDay(one.invited)})</span>}
                    </span>
                  ))}
                </Text>
                {absent && mayWrite && (
                  <NameThem
                    role={asked}
                    words={inviteeWords(role, ownRight)}
                    file={file}
                    known={all.find(({ name }) => name === toBeNamed)}
                  />
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
