import { t } from '../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { Concern } from '../../domain/records/concern.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { questionLabel, shortQuestions } from '../../domain/rules/concern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { storeNew } from '../../ui/storeNew.ts'
import { useAttempt } from '../../ui/useAttempt.ts'
import { useSay } from '../../ui/undo.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { useGo } from '../routes.ts'
import { PutAside } from './PutAside.tsx'
import { Raised } from './Raised.tsx'
import { Said } from './Said.tsx'
import { WhoseIsIt } from './WhoseIsIt.tsx'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** What was said, as the first words of the concern: the teacher's own. */
const whatOf = (said: StaffConcern): string =>
  (said.seen ??
    shortQuestions
      .filter((question) => said[question] === 'marked' || said[question] === 'some')
      .map(questionLabel)
      .join('; ')) ||
  (said.tried ?? said.parents ?? said.strengths ?? t`No difficulty named`)

/** One concern that a member of staff raised: matched with a pupil, then taken up, put to an open one, or put aside. */
export const NewFromStaff = ({
  said,
  pupils,
  concerns,
  mayWrite,
}: {
  said: Stored<StaffConcern>
  pupils: readonly Stored<Pupil>[]
  concerns: readonly Stored<Concern>[]
  mayWrite: boolean
}) => {
  const styles = useStyles()
  const { records } = useServices()
  const { go } = useGo()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const [isAside, setAside] = useState(false)
  // Neither a second try nor a second person makes a second concern of it.
  const key = derivedKey(said.key, 'Concern')
  const pupil = pupils.find((one) => one.key === said.pupil)
  const open = concerns.filter((one) => one.pupil === said.pupil && one.decision === null)
  const name = pupil ? fullName(pupil) : (said.pupilName ?? t`a pupil`)
  const mark = async (concern: string | null) => {
    const store = records.store(StaffConcern)
    put(StaffConcern, await store.update(await store.byKey(said.key), { concern }))
  }
  const takeUp = (of: Stored<Pupil>) =>
    attempt(async () => {
      put(
        Concern,
        await storeNew(
          records.store(Concern),
          blank(Concern, {
            pupil: of.key,
            raisedOn: said.on,
            raisedBy: said.by,
            from: 'teacher',
            what: whatOf(said),
            parentsSaid: said.parents,
          }),
          key,
        ),
      )
      await mark(key)
      go({ at: 'concerns', key })
    })
  const join = (concern: Stored<Concern>) =>
    attempt(async () => {
      await mark(concern.key)
      say(t`Put to the concern of ${showDay(concern.raisedOn)}`, () => void mark(null))
    })
  return (
    <div className={styles.one}>
      <Said said={said} heading={<Raised said={said} name={name} />} />
      {mayWrite && (!pupil || (said.pupilName !== null && said.pupilName !== name)) && (
        <WhoseIsIt said={said} pupils={pupils} pupil={pupil} />
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {mayWrite && !isAside && (
        <div className={styles.buttons}>
          {pupil && (
            <Button
              appearance="primary"
              disabled={busy}
              onClick={() => void takeUp(pupil)}
            >{t`Look into it`}</Button>
          )}
          {open.map((concern) => (
            <Button
              key={concern.key}
              disabled={busy}
              onClick={() => void join(concern)}
            >{t`Put to the concern of ${showDay(concern.raisedOn)}`}</Button>
          ))}
          <Button
            disabled={busy}
            aria-label={t`Put aside what ${said.by} says of ${name}`}
            onClick={() => setAside(true)}
          >{t`Put aside`}</Button>
        </div>
      )}
      {isAside && <PutAside said={said} name={name} onClose={() => setAside(false)} />}
    </div>
  )
}
