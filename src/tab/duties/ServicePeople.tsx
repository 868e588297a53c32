import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ServicePerson } from '../../domain/records/servicePerson.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Waiting } from '../pupil/Waiting.tsx'

/** Whom the school knows at a service. */
export const ServicePeople = ({ service }: { service: string }) => {
  const services = useServices()
  const people = useQuery({
    ...aboutOf(services, ServicePerson, 'service', service),
    queryFn: () => orNone(services.records.store(ServicePerson).about('service', service)),
  })
  return (
    <section aria-label={t`People there`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`People there`}</Text>
      <Loaded queries={[people]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards
              type={ServicePerson}
              records={list.records.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))}
              summary={(one) => (
                <TwoLines
                  first={one.name}
                  second={[one.role, one.telephone, one.email].filter(Boolean).join(' · ')}
                />
              )}
              groups={[{ fields: ['name', 'role', 'telephone', 'email', 'note'] }]}
              add={{
                words: t`Add a person`,
                given: { service },
                fields: ['name', 'role', 'telephone', 'email'],
              }}
              empty={{
                title: t`Nobody named yet`,
                todo: t`Whom you ring when you need to know how long it will be.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
