import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { PersonAddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { readingsOf } from '../../domain/duties/policies.ts'
import type { Stored } from '../../domain/record.ts'
import type { Policy } from '../../domain/records/policy.ts'
import { PolicyReading } from '../../domain/records/policyReading.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Loaded, Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useQuery } from '@tanstack/react-query'
import { OpenAddress } from './OpenAddress.tsx'
import { AskReaders } from './AskReaders.tsx'
import { useLeadingStyles } from './useLeadingStyles.ts'

/** Who was asked to read the version in force, and who says that they have. */
export const PolicyPanel = ({ policy }: { policy: Stored<Policy> }) => {
  const styles = useLeadingStyles()
  const { school } = useServices()
  return (
    <section className={styles.part} aria-label={t`Who has read it`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Who has read it`}</Text>
      <OpenAddress address={policy.link} />
      {school.sites.staff === undefined ? (
        <Notice
          title={t`This school has no site for staff yet`}
          todo={t`Who was asked to read something lies on the site for staff, so that they can tick it themselves. Until there is one, keep the list of readers elsewhere.`}
        />
      ) : (
        <Readings policy={policy} />
      )}
    </section>
  )
}

const Readings = ({ policy }: { policy: Stored<Policy> }) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const mayWrite = useMayWrite(PolicyReading)
  const [asking, setAsking] = useState(false)
  const readings = useQuery({
    ...aboutOf(services, PolicyReading, 'policy', policy.key),
    queryFn: () => orNone(services.records.store(PolicyReading).about('policy', policy.key)),
  })
  return (
    <>
      <Text className={styles.quiet}>
        {t`Whoever is asked sees it under Profiles when they sign in with the address that stands here, and ticks it themselves. Of others you write down that they told you. Everybody on the staff site can see the list; who last wrote a line, its history in SharePoint says.`}
      </Text>
      <Loaded queries={[readings]} shape={<Waiting />}>
        {(list) => {
          const { asked, read } = readingsOf(policy, list.records as readonly Stored<PolicyReading>[])
          return (
            <>
              <Unreadable listings={[list]} />
              <Text>
                {asked.length === 0
                  ? t`Nobody was asked to read this version yet.`
                  : t`${read.length} of ${asked.length} have read version ${policy.version ?? t`without a number`}.`}
              </Text>
              {mayWrite && !asking && (
                <div>
                  <Button
                    icon={<PersonAddRegular />}
                    onClick={() => setAsking(true)}
                  >{t`Ask staff to read it`}</Button>
                </div>
              )}
              {asking && <AskReaders policy={policy} asked={asked} onClose={() => setAsking(false)} />}
              <ul className={styles.list} aria-label={t`Who was asked`}>
                {asked
                  .toSorted(
                    (a, b) =>
                      Number(a.readOn !== null) - Number(b.readOn !== null) ||
                      a.person.localeCompare(b.person, 'en-GB'),
                  )
                  .map((one) => (
                    <Reading key={one.key} reading={one} mayWrite={mayWrite} />
                  ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const Reading = ({ reading, mayWrite }: { reading: Stored<PolicyReading>; mayWrite: boolean }) => {
  const styles = useLeadingStyles()
  const { doIt, busy, trouble } = useRecordAct(PolicyReading, reading)
  const { person, readOn, how, askedOn, userPrincipalName } = reading
  return (
    <li className={styles.row}>
      <span>
        {person}
        <Text block size={200} className={styles.quiet}>
          {[
            t`asked on ${showDay(askedOn)}`,
            userPrincipalName ?? t`no address: can’t tick it themselves`,
          ].join(' · ')}
        </Text>
      </span>
      <span className={styles.buttons}>
        {readOn === null ? (
          <StatusMark status="dueSoon" word={t`Not read yet`} />
        ) : (
          <StatusMark
            status="done"
            word={how === 'self' ? t`Ticked it on ${showDay(readOn)}` : t`Told us on ${showDay(readOn)}`}
          />
        )}
        {mayWrite && readOn === null && (
          <Button
            size="small"
            disabled={busy}
            onClick={() =>
              void doIt({
                words: t`They told me`,
                said: t`Written down that ${person} has read it`,
                changes: (today) => ({ readOn: today, how: 'told' }),
              })
            }
          >
            {t`${person} told me`}
          </Button>
        )}
      </span>
      {trouble && <TroubleNotice trouble={trouble} />}
    </li>
  )
}
