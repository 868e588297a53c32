import { t } from '../../../words/t.ts'
import { Button, Field, Input, ProgressBar, Text } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { Later, Loaded } from '../../../ui/Loaded.tsx'
import { UnmatchedNote } from '../../concerns/UnmatchedNote.tsx'
import { deleteWord, useCardStyles } from './cardStyles.ts'
import { rowsIn } from './everything.ts'
import { type Grounds, stopOf } from './grounds.ts'
import { PlanLine } from './PlanLine.tsx'
import { useDisposal } from './useDisposal.ts'

/** Exactly what would go of these pupils; a word to type; then the work, and what became of each. */
export const DisposalCard = ({ pupils, onClose }: { pupils: readonly string[]; onClose: () => void }) => {
  const styles = useCardStyles()
  const disposal = useDisposal(pupils)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const close = () => {
    onClose()
    void disposal.readAnew()
  }
  return (
    <section className={styles.card} aria-label={t`Disposal`}>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>{t`What would be deleted`}</h2>
      <UnmatchedNote />
      <Loaded
        queries={[disposal.query]}
        shape={
          <Later>
            <Text role="status">{t`Reading ${disposal.reading || t`the lists`}`}</Text>
          </Later>
        }
      >
        {(grounds) => <Plans grounds={grounds} disposal={disposal} onClose={close} />}
      </Loaded>
      {disposal.query.data === undefined && (
        <div>
          <Button onClick={close}>{t`Back`}</Button>
        </div>
      )}
    </section>
  )
}

const Plans = ({
  grounds,
  disposal,
  onClose,
}: {
  grounds: Grounds
  disposal: ReturnType<typeof useDisposal>
  onClose: () => void
}) => {
  const styles = useCardStyles()
  const [typed, setTyped] = useState('')
  const { state, outcomes, plansIn, run, lookAgain } = disposal
  const plans = plansIn(grounds)
  const going = plans.filter((plan) => stopOf(plan, grounds) === null)
  const rows = going.reduce((sum, plan) => sum + rowsIn(plan.own), 0)
  const files = going.reduce((sum, plan) => sum + plan.own.files.length, 0)
  const whose = going.length === 1 ? t`of this pupil` : t`of ${counted(going.length, 'pupil')}`
  const what = `${counted(rows, 'record')}${files > 0 ? t` and ${counted(files, 'file')}` : ''} ${whose}`
  const button = rows + files === 0 ? t`Close the log of this disposal` : t`Delete ${what}`
  const ready = typed.trim().toLowerCase() === deleteWord
  return (
    <>
      {plans.map((plan) => (
        <PlanLine
          key={plan.pupil}
          plan={plan}
          grounds={grounds}
          outcome={outcomes.get(plan.pupil) ?? null}
          over={state.is === 'ended'}
        />
      ))}
      {state.is === 'ready' && going.length > 0 && (
        <form
          className={styles.card}
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) void run(going)
          }}
        >
          <ul className={styles.notes}>
            <li>{t`What is deleted lies in the SharePoint site’s recycle bin for up to 93 days; its owners can bring it back until then. Earlier versions go with their row.`}</li>
            <li>{t`Backups of your Microsoft 365, and retention labels or policies that your school has set there, are beyond this app. Ask whoever looks after Microsoft 365.`}</li>
            <li>{t`Files of jobs, such as an import, and saved provision maps hold rows of many pupils. They stay for their own time, then wait under “Other records”.`}</li>
            <li>{t`Documents that somebody renamed, or saved in another place, are not found. Nor are emails and paper.`}</li>
            <li>{t`What the support of this year and last cost goes too. If an audit may ask for it, save the provision map first.`}</li>
            <li>{t`The log of who opened what stays for its own time. It knows this pupil by a key, not by name.`}</li>
            <li>{t`The disposal log keeps the day, the rule, the counts and your name. It names no child.`}</li>
          </ul>
          <Field label={t`Type “${deleteWord}” to go on`} className={styles.word}>
            <Input value={typed} autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" disabled={!ready} {...(ready ? { className: styles.delete } : {})}>
              {button}
            </Button>
            <Button onClick={onClose}>{t`Delete nothing`}</Button>
          </div>
        </form>
      )}
      {state.is === 'ready' && going.length === 0 && (
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t`Back`}</Button>
        </div>
      )}
      {state.is === 'working' && (
        <output>
          <ProgressBar value={state.done} max={Math.max(1, state.of)} />
          <Text size={200}>
            {plans.length > 1 &&
              t`Pupil ${plans.findIndex(({ pupil }) => pupil === state.pupil) + 1} of ${plans.length}: `}
            {t`${state.done} of ${state.of} deleted. Keep this page open.`}
          </Text>
        </output>
      )}
      {state.is === 'ended' && (
        <div className={styles.buttons}>
          {going.some(({ pupil }) => outcomes.get(pupil)?.is !== 'done') && (
            <Button
              onClick={() => {
                setTyped('')
                void lookAgain()
              }}
            >{t`Look again`}</Button>
          )}
          <Button appearance="primary" onClick={onClose}>{t`Back to the list`}</Button>
        </div>
      )}
    </>
  )
}
