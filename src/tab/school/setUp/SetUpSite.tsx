import { t } from '../../../words/t.ts'
import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { troubleOf } from '../../../domain/problem.ts'
import { keptFor } from '../../../ui/noAccessWords.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { soonOrAt, wordsOf } from '../../../ui/words.ts'
import { counted } from '../../../domain/counted.ts'
import { planOf } from './sitePlan.ts'
import { Plan } from './Plan.tsx'
import { Stopped } from './Stopped.tsx'
import { recordTypesFor } from '../../../domain/records/index.ts'
import { type SiteRun, type useSetUp } from './useSetUp.ts'

export type Site = ReturnType<typeof useSetUp>['sites'][number]

const useStyles = makeStyles({
  site: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingBottom: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bar: { display: 'block', width: '100%' },
})

const titled = (text: string) => text[0]!.toUpperCase() + text.slice(1)

/** One site: what would be done there, how far a run is, and what came of it. */
export const SetUpSite = ({ site, onAgreed }: { site: Site; onAgreed: () => void }) => {
  const styles = useStyles()
  const { school } = useServices()
  const { audience, address, look, looked, run } = site
  const of = recordTypesFor(audience).length
  const failed = look.isError ? wordsOf(troubleOf(look.error), school) : null
  return (
    <section className={styles.site} aria-label={titled(keptFor[audience])}>
      <Text as="h3" size={400} weight="semibold" className={styles.title}>
        {titled(keptFor[audience])}
      </Text>
      <Text size={200} className={styles.quiet}>
        {address}
      </Text>
      {run?.state === 'working' && <Far words={t`Setting up`} done={run.lists.length} of={run.of} />}
      {run?.until && (
        <Text>{t`SharePoint is busy. This goes on by itself ${soonOrAt(new Date(run.until))}.`}</Text>
      )}
      {run?.state === 'waiting' && <Text>{t`Comes next.`}</Text>}
      {!run && look.isPending && <Far words={t`Looking at the lists`} done={looked} of={of} />}
      {(!run || run.state === 'done') && failed && (
        <Text role="alert">
          {failed.title}. {failed.todo}
        </Text>
      )}
      {run && <Done run={run} />}
      {run?.trouble && <Stopped trouble={run.trouble} onAgreed={onAgreed} />}
      {/* What was read before the run would be told as what is left. */}
      {look.data && !look.isError && run?.state !== 'working' && run?.state !== 'waiting' && (
        <Plan plan={planOf(look.data.lists)} lists={look.data.lists.length} after={run !== undefined} />
      )}
    </section>
  )
}

const Far = ({ words, done, of }: { words: string; done: number; of: number }) => {
  const styles = useStyles()
  return (
    <output className={styles.bar}>
      <ProgressBar value={done} max={Math.max(1, of)} aria-label={words} />
      <Text size={200}>{t`${words}: ${done} of ${of} lists`}</Text>
    </output>
  )
}

/** What a run made, list by list; lists that needed nothing are only counted. */
const Done = ({ run: { lists, state } }: { run: SiteRun }) => {
  const made = lists.filter((each) => each.state === 'created').map(({ list }) => list)
  const added = lists.filter((each) => each.added.length > 0)
  const as = lists.length - made.length - added.length
  if (state === 'waiting' || lists.length === 0) return null
  return (
    <output>
      {made.length > 0 && (
        <Text block>
          <StatusMark status="done" word={t`Made ${counted(made.length, 'list')}:`} /> {made.join(', ')}.
        </Text>
      )}
      {added.map(({ list, added: columns }) => (
        <Text block key={list}>
          <StatusMark status="done" word={t`Added ${counted(columns.length, 'column')} to “${list}”:`} />{' '}
          {columns.join(', ')}.
        </Text>
      ))}
      {as > 0 && <Text block>{t`${counted(as, 'list')} had every column already.`}</Text>}
    </output>
  )
}
