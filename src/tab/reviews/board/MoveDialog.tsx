import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  Text,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Contributor } from '../../../domain/records/contributor.ts'
import { Review } from '../../../domain/records/review.ts'
import { marked } from '../../../domain/rules/reviewActMarks.ts'
import { actOf, type ActFacts, type ReviewAct } from '../../../domain/rules/reviewActs.ts'
import { type ReviewState, reviewStates } from '../../../domain/rules/reviewMoves.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useAbout, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { useSay } from '../../../ui/undo.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { type Route, useGo } from '../../routes.ts'
import type { Line } from '../lines.ts'

/** The act that brings a review into each state, and the step of its path where that is done. */
const actInto: Partial<Record<ReviewState, { readonly act: ReviewAct; readonly step: string }>> = {
  adviceRequested: { act: 'invite', step: 'step-invite' },
  circulated: { act: 'circulate', step: 'step-circulate' },
  meetingHeld: { act: 'hold', step: 'step-hold' },
  reportDrafted: { act: 'report', step: 'step-report' },
  reportSent: { act: 'report', step: 'step-report' },
  decided: { act: 'decision', step: 'step-decision' },
  amendNotice: { act: 'final', step: 'step-decision' },
  commentsClosed: { act: 'final', step: 'step-decision' },
  finalIssued: { act: 'final', step: 'step-decision' },
  closed: { act: 'close', step: 'step-close' },
}

const plan: Route = { at: 'reviews', query: new URLSearchParams([['view', 'plan']]) }

/** What a card’s move would need: the act, where it is allowed, or what has to come first, with the place to do it. */
export const MoveDialog = ({
  line,
  to,
  columns,
  onClose,
}: {
  line: Line
  to: ReviewState
  columns: readonly ReviewState[]
  onClose: () => void
}) => {
  useReturnFocus()
  const contributors = useAbout(Contributor, 'review', line.review.key)
  const back = columns.indexOf(to) < columns.indexOf(line.standing.state)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {inWords(reviewStates[line.standing.state])} → {inWords(reviewStates[to])}
          </DialogTitle>
          <DialogContent>
            {back ? (
              <Nothing
                words={t`A review doesn’t go back. To change what was said, open it; once its report is out, it can be reopened as a new version.`}
                step={{ at: 'review', key: line.review.key, block: null }}
              />
            ) : (
              <Loaded queries={[contributors]} shape={<Waiting />}>
                {({ records }) => <Ask line={line} to={to} contributors={records} onClose={onClose} />}
              </Loaded>
            )}
          </DialogContent>
          {/* There from the start: a dialog in which nothing takes the focus is no dialog to who can’t see it. */}
          <DialogActions>
            <Button onClick={onClose}>{t`Close`}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const Nothing = ({ words, step }: { words: string; step: Route }) => {
  const { href } = useGo()
  return (
    <>
      <Text block>{words}</Text>
      <Link href={href(step)}>{t`Open this step`}</Link>
    </>
  )
}

const Ask = ({
  line: { review, pupil },
  to,
  contributors,
  onClose,
}: {
  line: Line
  to: ReviewState
  contributors: readonly Stored<Contributor>[]
  onClose: () => void
}) => {
  const { records, today: todayOf } = useServices()
  const { href } = useGo()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(Review)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const today = todayOf()
  const { act, step } = actInto[to] ?? { act: 'invite', step: 'step-invite' }
  const facts: ActFacts = { review, contributors, dateOfBirth: pupil.dateOfBirth, today }
  const { state, bars } = actOf(facts, act)
  const place: Route = { at: 'review', key: review.key, block: step }
  if (state === 'notNeeded')
    return (
      <Nothing words={t`The authority isn’t amending this plan, so there is no such step.`} step={place} />
    )
  // Other acts write in the rows of people too: that is done where those people are seen.
  const here = act === 'hold' && to === 'meetingHeld' && state === 'open' && mayWrite
  const move = async () => {
    const answer = marked('hold', { ...facts, review }, { on: today })
    if ('refused' in answer) return
    setTrouble(null)
    try {
      const store = records.store(Review)
      const stored = await store.update(review, answer.changes)
      put(Review, stored)
      say(
        t`Meeting marked as held`,
        () => void store.update(stored, { stage: review.stage }).then((before) => put(Review, before)),
      )
      onClose()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <>
      {state === 'barred' ? (
        <>
          <Text block>{t`This can’t be said yet:`}</Text>
          <ul>
            {bars.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      ) : (
        <Text block>
          {here
            ? t`Nothing stands in the way: the date has come and the papers are out.`
            : mayWrite
              ? t`Nothing stands in the way. It is done in its step, where the people and papers are.`
              : t`You may read this but not change it.`}
        </Text>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
        <Link href={href(place)}>{t`Open this step`}</Link>
        {review.meetingDate === null && <Link href={href(plan)}>{t`Find a date in the plan`}</Link>}
      </div>
      {here && (
        <Button
          appearance="primary"
          style={{ marginTop: 12 }}
          onClick={() => void move()}
        >{t`The meeting was held`}</Button>
      )}
    </>
  )
}
