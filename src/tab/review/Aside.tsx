import { inWords, t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Contributor, contributorRoles } from '../../domain/records/contributor.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  aside: { display: 'flex', flexDirection: 'column', gap: '10px', position: 'sticky', top: '12px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

const invitation = (one: Contributor) =>
  one.attended
    ? inWords(Contributor.fields.attended.choices[one.attended])
    : one.invited
      ? t`invited ${showDay(one.invited)}`
      : t`not invited yet`

/** Who is part of the review and which papers are in. */
export const Aside = ({ file: { contributors, review } }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Contributor)
  const asked = contributors.filter(({ adviceAsked, adviceReceived }) => adviceAsked || adviceReceived)
  const received = asked.filter(({ adviceReceived }) => adviceReceived)
  return (
    <aside className={styles.aside} aria-label={t`People and papers`}>
      <Text as="h2" weight="semibold" style={{ margin: 0 }}>{t`People`}</Text>
      <ul className={styles.list}>
        {contributors.map((one) => (
          <li key={one.key}>
            <Personal>{one.name}</Personal>
            <Text size={200} className={styles.quiet}>
              {inWords(contributorRoles[one.role])} · {invitation(one)}
            </Text>
          </li>
        ))}
      </ul>
      <Link href={href({ at: 'review', key: review.key, block: 'people' })}>
        {mayWrite ? t`Change who is invited` : t`Who is invited`}
      </Link>
      <Text as="h2" weight="semibold" style={{ margin: '8px 0 0' }}>{t`Papers`}</Text>
      {asked.length === 0 ? (
        <Text className={styles.quiet}>{t`No advice asked for yet`}</Text>
      ) : (
        <>
          <Text className={styles.quiet}>{t`${received.length} of ${asked.length} in`}</Text>
          <ul className={styles.list}>
            {asked.map((one) => (
              <li key={one.key}>
                <StatusMark
                  status={one.adviceReceived ? 'done' : 'dueSoon'}
                  word={one.adviceReceived ? t`In ${showDay(one.adviceReceived)}` : t`Waiting`}
                />
                <Text size={200} className={styles.quiet}>
                  {one.adviceTitle ?? inWords(contributorRoles[one.role])}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
