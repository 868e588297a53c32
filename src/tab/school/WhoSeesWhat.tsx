import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Audience } from '../../domain/record.ts'
import { recordTypesFor } from '../../domain/records/index.ts'
import type { SiteReport } from '../../graph/connect.ts'
import { useMayRead } from '../../ui/access.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { wordsOf } from '../../ui/words.ts'
import { Disclosure } from '../../domain/records/disclosure.ts'
import { LogGuard, OwnRowsOnly } from './LogGuard.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '860px' },
  site: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBottom: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  title: { margin: 0 },
  address: { overflowWrap: 'anywhere' },
})

/** Who is meant by each audience, and what a school lacks without its site. */
const audiences: readonly {
  readonly audience: Audience
  readonly title: string
  readonly who: string
  readonly without: string
}[] = [
  {
    audience: 'senco',
    title: t`The SENCO’s records`,
    who: t`For the SENCO, and those who work with the whole record: whoever may read this site reads all of it.`,
    without: '',
  },
  {
    audience: 'staff',
    title: t`For staff`,
    who: t`For teachers and assistants. Only what the SENCO publishes is copied here; within the site everybody sees everybody’s, and filters by class only shorten the lists.`,
    without: t`Without it nothing can be published to teachers and assistants. Everything else works.`,
  },
  {
    audience: 'managers',
    title: t`For line managers`,
    who: t`For appraisal and training of staff, apart from pupils’ records.`,
    without: t`Not needed: nothing is kept there yet.`,
  },
  {
    audience: 'governors',
    title: t`For governors and the trust`,
    who: t`For the figures that the SENCO sends: counts and sums, small numbers hidden, nobody’s name.`,
    without: t`Without it no figures can be sent to governors or the trust. Everything else works.`,
  },
]

/** Each site of the school: its address, what is kept there, whether this person is let in, and its lists. */
export const WhoSeesWhat = () => {
  const styles = useStyles()
  return (
    <div className={styles.list}>
      <Text
        className={styles.quiet}
      >{t`SharePoint decides who sees what, site by site. Nothing on these screens lets anybody in or keeps anybody out.`}</Text>
      {audiences.map((each) => (
        <Site key={each.audience} {...each} />
      ))}
    </div>
  )
}

const Site = ({ audience, title, who, without }: (typeof audiences)[number]) => {
  const styles = useStyles()
  const { school, checkSite } = useServices()
  const address = school.sites[audience]
  const letIn = useMayRead(audience)
  const lists = useQuery({
    queryKey: ['checkSite', school.id, audience],
    queryFn: () => checkSite(audience),
    enabled: letIn.data === true,
    staleTime: Infinity,
  })
  const kept = recordTypesFor(audience)
  const hasLog = kept.some(({ name }) => name === Disclosure.name)
  const ownOnly = kept.filter(({ guard, name }) => guard && name !== Disclosure.name)
  return (
    <section className={styles.site} aria-label={title}>
      <div className={styles.head}>
        <Text as="h3" size={400} weight="semibold" className={styles.title}>
          {title}
        </Text>
        {address === undefined ? (
          <StatusMark status="unknown" word={t`No site`} />
        ) : (
          letIn.data !== undefined && (
            <StatusMark
              status={letIn.data ? 'done' : 'unknown'}
              word={letIn.data ? t`You are let in` : t`You don’t have access`}
            />
          )
        )}
      </div>
      <Text>{who}</Text>
      {address === undefined ? (
        <Text className={styles.quiet}>{without}</Text>
      ) : (
        <>
          <Text className={styles.address}>{address.replace(':', '')}</Text>
          {kept.length > 0 && (
            <Text
              size={200}
              className={styles.quiet}
            >{t`Kept here: ${kept.map(({ list }) => list).join(', ')}.`}</Text>
          )}
          {lists.data && <Lists report={lists.data} />}
          {lists.isError && <NotRead trouble={troubleOf(lists.error)} />}
          {hasLog && letIn.data === true && <LogGuard />}
          {letIn.data === true && ownOnly.map((type) => <OwnRowsOnly key={type.name} type={type} />)}
        </>
      )}
    </section>
  )
}

const Lists = ({ report: { lists } }: { report: SiteReport }) => {
  const missing = lists.filter(({ state }) => state === 'missing').map(({ list }) => list)
  // A new heading alone does no harm.
  const differing = lists
    .filter(({ drift }) => drift.some(({ what }) => what !== 'renamed'))
    .map(({ list }) => list)
  if (lists.length === 0) return null
  if (missing.length === 0 && differing.length === 0)
    return (
      <StatusMark
        status="done"
        word={
          lists.length === 1
            ? t`Its list is there and up to date`
            : t`${lists.length} lists are there and up to date`
        }
      />
    )
  return (
    <>
      {missing.length > 0 && (
        <Text>
          <StatusMark status="dueSoon" word={t`Not made yet: ${missing.length} of ${lists.length}`} />{' '}
          {t`${missing.join(', ')}. Whoever owns the site makes them under Lists in SharePoint.`}
        </Text>
      )}
      {differing.length > 0 && (
        <Text>
          <StatusMark status="dueSoon" word={t`Not as they should be`} />{' '}
          {t`${differing.join(', ')}. Lists in SharePoint, beside this, says what of it the set-up mends and what has to be put right by hand.`}
        </Text>
      )}
    </>
  )
}

const NotRead = ({ trouble }: { trouble: Trouble }) => {
  const { school } = useServices()
  const { title, todo } = wordsOf(trouble, school)
  return (
    <Text role="alert">
      {title}. {todo}
    </Text>
  )
}
