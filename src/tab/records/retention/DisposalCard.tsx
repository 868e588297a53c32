import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { RetentionRule } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Personal, PupilName } from '../../../ui/hiddenDetails.tsx'
import { Later, Loaded } from '../../../ui/Loaded.tsx'
import { wordsOf } from '../../../ui/words.ts'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { type Grounds, type Outcome, type Plan, pupilsIn, type Stop, stopOf } from './dispose.ts'
import { rowsIn } from './everything.ts'
import { useDisposal } from './useDisposal.ts'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '820px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outline: 'none' } },
  heading: { margin: 0 },
  pupil: {
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  table: {
    borderCollapse: 'collapse',
    alignSelf: 'flex-start',
    '& th, & td': { textAlign: 'left', padding: '2px 16px 2px 0' },
    '& th:last-child, & td:last-child': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
  notes: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  delete: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '@media (forced-colors: active)': { backgroundColor: 'ButtonFace', color: 'ButtonText' },
  },
  word: { maxWidth: '260px' },
})

const counted = (n: number, one: string) => `${n.toLocaleString('en-GB')} ${one}${n === 1 ? '' : 's'}`
/** What a person types before anything is deleted. */
const word = 'delete'

/** Exactly what would go of these pupils; a word to type; then the work, and what became of each. */
export const DisposalCard = ({ pupils, onClose }: { pupils: readonly string[]; onClose: () => void }) => {
  const styles = useStyles()
  const disposal = useDisposal(pupils)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const close = () => {
    onClose()
    void disposal.readAnew()
  }
  return (
    <section className={styles.card} aria-label="Disposal">
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        What would be deleted
      </h2>
      <Loaded
        queries={[disposal.query]}
        shape={
          <Later>
            <Text role="status">Reading {disposal.reading || 'the lists'}</Text>
          </Later>
        }
      >
        {(grounds) => <Plans grounds={grounds} disposal={disposal} onClose={close} />}
      </Loaded>
      {disposal.query.data === undefined && (
        <div>
          <Button onClick={close}>Back</Button>
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
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const { state, outcomes, plansIn, run, lookAgain } = disposal
  const plans = plansIn(grounds)
  const going = plans.filter((plan) => stopOf(plan, grounds) === null)
  const rows = going.reduce((sum, plan) => sum + rowsIn(plan.own), 0)
  const files = going.reduce((sum, plan) => sum + plan.own.files.length, 0)
  const whose = going.length === 1 ? 'of this pupil' : `of ${counted(going.length, 'pupil')}`
  const what = `${counted(rows, 'record')} and ${counted(files, 'file')} ${whose}`
  const button = rows + files === 0 ? 'Close the log of this disposal' : `Delete ${what}`
  const ready = typed.trim().toLowerCase() === word
  return (
    <>
      {plans.map((plan) => (
        <OnePlan
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
            <li>
              What is deleted lies in the SharePoint site’s recycle bin for up to 93 days; its owners can
              bring it back until then. Earlier versions go with their row.
            </li>
            <li>
              Backups of your Microsoft 365, and retention labels or policies that your school has set there,
              are beyond this app. Ask whoever looks after Microsoft 365.
            </li>
            <li>
              Files of jobs, such as an import, and saved provision maps hold rows of many pupils. They stay
              until somebody deletes them in the folders “Goldthread jobs” and “Provision maps”.
            </li>
            <li>
              Documents that somebody renamed, or saved in another place, are not found. Nor are emails and
              paper.
            </li>
            <li>
              What the support of this year and last cost goes too. If an audit may ask for it, save the
              provision map first.
            </li>
            <li>The disposal log keeps the day, the rule, the counts and your name. It names no child.</li>
          </ul>
          <Field label={`Type “${word}” to go on`} className={styles.word}>
            <Input value={typed} autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" disabled={!ready} {...(ready ? { className: styles.delete } : {})}>
              {button}
            </Button>
            <Button onClick={onClose}>Delete nothing</Button>
          </div>
        </form>
      )}
      {state.is === 'ready' && going.length === 0 && (
        <div className={styles.buttons}>
          <Button onClick={onClose}>Back</Button>
        </div>
      )}
      {state.is === 'working' && (
        <output>
          <ProgressBar value={state.done} max={Math.max(1, state.of)} />
          <Text size={200}>
            {plans.length > 1 &&
              `Pupil ${plans.findIndex(({ pupil }) => pupil === state.pupil) + 1} of ${plans.length}: `}
            {state.done} of {state.of} deleted. Keep this page open.
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
            >
              Look again
            </Button>
          )}
          <Button appearance="primary" onClick={onClose}>
            Back to the list
          </Button>
        </div>
      )}
    </>
  )
}

const OnePlan = ({
  plan,
  grounds,
  outcome,
  over,
}: {
  plan: Plan
  grounds: Grounds
  outcome: Outcome | null
  /** The work has ended, with this pupil or before it. */
  over: boolean
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const pupil = pupilsIn(grounds).find(({ key }) => key === plan.pupil)
  const stop = stopOf(plan, grounds)
  const unsure = plan.own.spoilt.filter(({ sure }) => !sure)
  return (
    <div className={styles.pupil}>
      <Text as="h3" size={400} weight="semibold" className={styles.heading}>
        {pupil ? (
          <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
            <PupilName pupil={pupil} />
          </Link>
        ) : (
          'The pupil’s own row is gone already'
        )}
      </Text>
      {pupil && (
        <Text className={styles.quiet}>
          Born <Personal>{showDay(pupil.dateOfBirth)}</Personal>
          {pupil.left && `, left ${showDay(pupil.left)}`}
          {plan.review?.day && (
            <>
              . May go from <Why why={plan.review.why}>{showDay(plan.review.day)}</Why>
            </>
          )}
        </Text>
      )}
      {outcome ? (
        <Ended outcome={outcome} />
      ) : over ? (
        <Text>Not begun: the work stopped before this pupil.</Text>
      ) : stop ? (
        <Text role="alert">{stopWords(stop)}</Text>
      ) : (
        <>
          {plan.begun && (
            <Text>
              Begun on {showDay(plan.begun.on)} by {plan.begun.decidedBy}. This is what is left.
            </Text>
          )}
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">List</th>
                <th scope="col">Records</th>
              </tr>
            </thead>
            <tbody>
              {plan.own.lists.map(({ type, records }) => (
                <tr key={type.name}>
                  <td>{type.list}</td>
                  <td>{records.length}</td>
                </tr>
              ))}
              {plan.own.files.map(({ path }) => (
                <tr key={path}>
                  <td>Document: {path}</td>
                  <td>1</td>
                </tr>
              ))}
            </tbody>
          </table>
          {unsure.map(({ list, count }) => (
            <Text key={list} role="alert">
              {counted(count, 'row')} of {list} can’t be read, and nobody can say whose. Look at it in
              SharePoint: if it is this pupil’s, it stays there when the rest goes.
            </Text>
          ))}
        </>
      )}
    </div>
  )
}

const Ended = ({ outcome }: { outcome: Outcome }) =>
  outcome.is === 'done' ? (
    <Text role="status">
      Done: {counted(outcome.log.rows ?? 0, 'record')} and {counted(outcome.log.files ?? 0, 'file')} deleted.
      It is in the disposal log, under: {outcome.log.rule} ({RetentionRule.label.toLowerCase()}).
    </Text>
  ) : (
    <Text role="alert">{stopWords(outcome)}</Text>
  )

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

/** Why nothing was deleted, or not everything, and what to do. */
const stopWords = (stop: Stop): string => {
  switch (stop.is) {
    case 'held':
      return `${stop.keeping.says}, since ${showDay(stop.keeping.since)}. It can’t be disposed of. What may have gone before lies in the site’s recycle bin.`
    case 'notDue':
      return 'The rules don’t allow it yet, or no longer. Nothing was deleted.'
    case 'changed':
      return `Somebody has just changed or added something of this pupil’s (${stop.lists.join(', ')}). We stopped there. Look again before you go on.`
    case 'spoilt':
      return `A row that matters can’t be read (${stop.lists.join(', ')}). Mend it in SharePoint, then look again.`
    case 'trouble': {
      const { title, todo } = wordsOf(stop.trouble)
      return `Stopped: ${title}. ${sentence(todo)} What is left stays in the list as begun, and can be gone on with.`
    }
  }
}
