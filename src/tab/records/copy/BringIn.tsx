import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useRef } from 'react'
import { counted, showCount } from '../../../domain/counted.ts'
import { isWhole, workIn } from '../../../export/compareCopy.ts'
import { londonDay, showDay } from '../../../domain/rules/day.ts'
import { SignInButton, TroubleNotice } from '../../../ui/Loaded.tsx'
import { wordsOf } from '../../../ui/words.ts'
import { JobProgress } from '../../jobs/JobProgress.tsx'
import { PlanTable } from './PlanTable.tsx'
import type { BringState } from './bringing.ts'
import { useBringIn } from './useBringIn.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  file: { display: 'none' },
})

/** A copy of a school, brought into this one. */
export const BringIn = () => {
  const styles = useStyles()
  const { state, run, choose, store, again, wish } = useBringIn()
  const input = useRef<HTMLInputElement>(null)
  return (
    <section className={styles.part} aria-labelledby="bring-in">
      <Text
        as="h2"
        id="bring-in"
        size={500}
        weight="semibold"
        className={styles.title}
      >{t`Bring in a copy`}</Text>
      {state.is === 'choosing' && (
        <>
          {state.why && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{state.why}</MessageBarBody>
            </MessageBar>
          )}
          <Text>{t`For an empty school, or to bring back what is missing. What is here already is never written over, and no record comes in twice. You see what would be stored before anything is.`}</Text>
          {state.trouble && <TroubleNotice trouble={state.trouble} />}
          <Button onClick={() => input.current?.click()}>{t`Choose a copy (.zip)`}</Button>
          <input
            ref={input}
            className={styles.file}
            type="file"
            aria-label={t`Copy of a school`}
            accept=".zip"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void choose(file)
              event.target.value = ''
            }}
          />
        </>
      )}
      {state.is === 'reading' && <Spinner label={state.doing} style={{ justifyContent: 'start' }} />}
      {state.is === 'looking' && (
        <>
          <Text>{t`A copy of ${state.copy.index.school.name}, made ${showDay(londonDay(new Date(state.copy.index.readUntil)))} by ${state.copy.index.madeBy}. Nothing is stored yet.`}</Text>
          <PlanTable plan={state.plan} />
          <Text
            className={styles.quiet}
          >{t`SharePoint writes anew who made and changed each row, and when: what it was is in the copy. Earlier versions are not brought in.`}</Text>
          {state.trouble && <TroubleNotice trouble={state.trouble} />}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabled={workIn(state.plan) === 0}
              onClick={() => void store(state.copy, state.plan)}
            >
              {workIn(state.plan) === 0
                ? t`Nothing to bring in`
                : t`Bring in ${counted(
                    state.plan.lists.reduce((sum, { fresh }) => sum + fresh.length, 0),
                    'record',
                  )}`}
            </Button>
            <Button onClick={again}>{t`Choose another copy`}</Button>
          </div>
        </>
      )}
      {state.is === 'storing' && (
        <>
          {run ? (
            <JobProgress run={run} />
          ) : (
            <Spinner label={t`Beginning`} style={{ justifyContent: 'start' }} />
          )}
          <Text size={200} className={styles.quiet}>
            {state.doing}
          </Text>
          <div className={styles.buttons}>
            <Button disabled={run?.wish != null} onClick={() => wish('pause')}>{t`Pause`}</Button>
            <Button disabled={run?.wish === 'stop'} onClick={() => wish('stop')}>{t`Stop`}</Button>
          </div>
          <Text
            size={200}
            className={styles.quiet}
          >{t`You can go on working while this page is open. What is stored stays, and is under Records, Jobs. After a break, choose the same copy again: nothing is stored twice.`}</Text>
        </>
      )}
      {state.is === 'done' && <Done state={state} onGoOn={() => void store(state.copy)} onAgain={again} />}
    </section>
  )
}

const Done = ({
  state: { result },
  onGoOn,
  onAgain,
}: {
  state: BringState & { is: 'done' }
  onGoOn: () => void
  onAgain: () => void
}) => {
  const styles = useStyles()
  const { ended, after, stored, archived, documents, refused } = result
  const why = ended && ended !== 'stopped' ? wordsOf(ended.trouble) : null
  const equal = after?.lists.reduce((sum, { same }) => sum + same, 0) ?? 0
  return (
    <>
      <output>
        <Text
          block
          weight="semibold"
        >{t`${counted(stored, 'record')} stored, ${showCount(archived)} archived again, ${counted(documents, 'document')}`}</Text>
        {after && (
          <Text block>
            {isWhole(after)
              ? t`Compared once more: all ${counted(equal, 'record')} of the copy are here, the same in every field.`
              : t`Compared once more: ${counted(equal, 'record')} are here and the same. The table shows the others.`}
          </Text>
        )}
      </output>
      {ended && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`${why ? `${why.title}. ${why.todo}` : t`It was stopped before its end.`} Go on when you are ready: nothing is stored twice.`}</MessageBarBody>
        </MessageBar>
      )}
      {refused.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`SharePoint didn’t take ${counted(refused.length, 'record')}: ${[
            ...new Set(refused.map(({ list, why: problem }) => `${list} (${wordsOf(problem.trouble).todo})`)),
          ].join(' ')}`}</MessageBarBody>
        </MessageBar>
      )}
      {after && !isWhole(after) && <PlanTable plan={after} />}
      <div className={styles.buttons}>
        {ended && ended !== 'stopped' && ended.trouble.code === 'signedOut' && <SignInButton />}
        {ended && <Button appearance="primary" onClick={onGoOn}>{t`Go on`}</Button>}
        <Button onClick={onAgain}>{t`Done`}</Button>
      </div>
    </>
  )
}
