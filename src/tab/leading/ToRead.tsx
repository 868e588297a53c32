import { t } from '../../words/t.ts'
import { Button, Link, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../../domain/record.ts'
import { PolicyReading } from '../../domain/records/policyReading.ts'
import { toRead } from '../../domain/rules/askReaders.ts'
import { showDay } from '../../domain/rules/day.ts'
import { isAddress } from '../../domain/rules/serviceWords.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

/** What whoever is signed in was asked to read; nothing where there is nothing, or while that isn’t known. */
export const ToRead = () => {
  const styles = useLeadingStyles()
  const services = useServices()
  const me = useQuery({ queryKey: ['me', services.school.id], queryFn: () => services.me() })
  const address = me.data?.userPrincipalName ?? ''
  const mine = useQuery({
    ...aboutOf(services, PolicyReading, 'userPrincipalName', address),
    queryFn: () => orNone(services.records.store(PolicyReading).about('userPrincipalName', address)),
    enabled: address !== '',
  })
  const open = toRead((mine.data?.records ?? []) as readonly Stored<PolicyReading>[], address)
  if (open.length === 0) return null
  return (
    <section className={styles.part} aria-label={t`To read`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`To read`}</Text>
      <ul className={styles.list}>
        {open.map((one) => (
          <One key={one.key} reading={one} />
        ))}
      </ul>
    </section>
  )
}

const One = ({ reading }: { reading: Stored<PolicyReading> }) => {
  const styles = useLeadingStyles()
  const { doIt, busy, trouble } = useRecordAct(PolicyReading, reading)
  const { name, version, link, askedOn } = reading
  const words = version ? t`${name}, version ${version}` : name
  return (
    <li className={styles.row}>
      <span>
        {link && isAddress(link) ? (
          <Link href={link} target="_blank" rel="noreferrer">
            {words}
          </Link>
        ) : (
          words
        )}
        <Text block size={200} className={styles.quiet}>{t`Your SENCO asked on ${showDay(askedOn)}`}</Text>
      </span>
      <Button
        size="small"
        disabled={busy}
        onClick={() =>
          void doIt({
            words: t`I have read it`,
            said: t`Noted that you have read it`,
            changes: (today) => ({ readOn: today, how: 'self' }),
          })
        }
      >{t`I have read it`}</Button>
      {trouble && <TroubleNotice trouble={trouble} />}
    </li>
  )
}
