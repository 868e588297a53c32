import { inWords, t } from '../../../words/t.ts'
import { Button, Field, Input, ProgressBar, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { retentionGroups } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { OtherGroup } from '../../../domain/rules/retentionOther.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Later, Loaded } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { deleteWord, useCardStyles } from './cardStyles.ts'
import type { Outcome } from './dispose.ts'
import { disposeOther, otherStop } from './disposeOther.ts'
import { countOf } from './OtherRecords.tsx'
import { type OtherPlan, type OtherThing, readOther } from './others.ts'
import { stopWords } from './stopWords.ts'
import { reachOf, useReadAnew } from './useRetention.ts'

/** What would go of one group of other records; a word to type; then the work. */
export const OtherCard = ({ group, onClose }: { group: OtherGroup; onClose: () => void }) => {
  const styles = useCardStyles()
  const services = useServices()
  const readAnew = useReadAnew()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const query = useQuery({
    queryKey: ['retention', services.school.id, 'other look', group],
    queryFn: () => readOther(reachOf(services), group, services.today()),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const close = () => {
    onClose()
    void readAnew()
  }
  return (
    <section className={styles.card} aria-label={t`Disposal`}>
      <h2
        className={styles.title}
        ref={heading}
        tabIndex={-1}
      >{t`What would be deleted: ${inWords(retentionGroups[group])}`}</h2>
      <Loaded
        queries={[query]}
        shape={
          <Later>
            <Text role="status">{t`Reading`}</Text>
          </Later>
        }
      >
        {(plan) => <Going plan={plan} onClose={close} />}
      </Loaded>
      {query.data === undefined && (
        <div>
          <Button onClick={close}>{t`Back`}</Button>
        </div>
      )}
    </section>
  )
}

const notes: Record<OtherGroup, string> = {
  disclosure: t`Lines about a pupil on hold, or whose request for access is open, stay.`,
  job: t`A job whose files are gone can’t be undone any more. Files with a pupil on hold in them stay.`,
  finance: t`A workbook of many pupils may show one whose records are held, and nobody can tell that from its name: look into it first.`,
  concernAside: t`If one of these children is a pupil of yours after all, delete nothing: take it up again under Concerns, and say whose it is.`,
}

/** What a person has to see of one thing to decide; a line of the log says nothing more than its day. */
const Named = ({ thing }: { thing: OtherThing }) => {
  if ('path' in thing) return <li>{thing.path}</li>
  if (!('said' in thing)) return null
  const { by, on, pupilName, asideOn } = thing.said
  return (
    <li>
      <Personal>{t`${pupilName ?? t`A child`}, raised by ${by} on ${showDay(on)}, put aside ${showDay(asideOn!)}`}</Personal>
    </li>
  )
}

const Going = ({ plan, onClose }: { plan: OtherPlan; onClose: () => void }) => {
  const styles = useCardStyles()
  const services = useServices()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<'ready' | readonly [done: number, of: number] | Outcome>('ready')
  const { group, old, begun } = plan
  const stop = otherStop(plan)
  const what = countOf(group, old.due.length)
  const ready = typed.trim().toLowerCase() === deleteWord
  const run = async () => {
    setState([0, old.due.length])
    const [me] = await Promise.allSettled([services.me()])
    const outcome = await disposeOther(plan, {
      reach: reachOf(services),
      today: services.today(),
      decidedBy: me.status === 'fulfilled' ? me.value.displayName : t`Not known`,
      progress: (done, of) => setState([done, of]),
    })
    setState(outcome)
  }
  if (typeof state === 'object' && 'is' in state)
    return (
      <>
        {state.is === 'done' ? (
          <Text role="status">{t`Done: ${countOf(group, (state.log.rows ?? 0) + (state.log.files ?? 0))} deleted. It is in the disposal log.`}</Text>
        ) : (
          <Text role="alert">
            {state.is === 'changed'
              ? t`What you saw has changed since. Nothing was deleted: go back and look again.`
              : stopWords(state)}
          </Text>
        )}
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={onClose}>{t`Back to the list`}</Button>
        </div>
      </>
    )
  if (state !== 'ready')
    return (
      <output>
        <ProgressBar value={state[0]} max={Math.max(1, state[1])} />
        <Text size={200}>{t`${state[0]} of ${state[1]} deleted. Keep this page open.`}</Text>
      </output>
    )
  if (stop)
    return (
      <>
        <Text role="alert">{stopWords(stop)}</Text>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t`Back`}</Button>
        </div>
      </>
    )
  const made = old.due.map((thing) => thing.made).toSorted()
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void run()
      }}
    >
      {begun && <Text>{t`Begun on ${showDay(begun.on)} by ${begun.decidedBy}. This is what is left.`}</Text>}
      {made.length > 0 && (
        <Text>
          {t`${what}, made from ${showDay(made[0]!)} to ${showDay(made.at(-1)!)}. `}
          <Why why={old.why}>{old.why.says}</Why>
        </Text>
      )}
      <ul className={styles.notes}>
        {old.due.map((thing) => (
          <Named key={thing.mark} thing={thing} />
        ))}
      </ul>
      <ul className={styles.notes}>
        <li>{notes[group]}</li>
        <li>{t`What is deleted lies in the SharePoint site’s recycle bin for up to 93 days; its owners can bring it back until then.`}</li>
        <li>{t`The disposal log keeps the day, the rule, the counts and your name. It names no child.`}</li>
      </ul>
      <Field label={t`Type “${deleteWord}” to go on`} className={styles.word}>
        <Input value={typed} autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" disabled={!ready} {...(ready ? { className: styles.delete } : {})}>
          {old.due.length === 0 ? t`Close the log of this disposal` : t`Delete ${what}`}
        </Button>
        <Button onClick={onClose}>{t`Delete nothing`}</Button>
      </div>
    </form>
  )
}
