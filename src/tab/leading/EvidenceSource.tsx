import { t } from '../../words/t.ts'
import { Link, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Evidence } from '../../domain/records/evidence.ts'
import { VisitFinding } from '../../domain/records/visitFinding.ts'
import { leadingKind, showLeading, whyOfLeading } from '../../domain/rules/leadingFigureKinds.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { allOrNone } from '../../ui/useSchool.ts'
import { Why } from '../../ui/Why.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = { evidence: Stored<Evidence>; context: DutyContext }

/** The duty in which the row stands that evidence was taken from. */
const places = {
  policy: 'policies',
  objective: 'objectives',
  published: 'website',
  governors: 'governors',
} as const

/** Where evidence was taken from, and a figure as it is today beside what it was. */
export const EvidenceSource = ({ evidence, context }: Props) => {
  const { source, sourceKey } = evidence
  if (source === null || source === 'typed' || sourceKey === null) return null
  if (source === 'figure') return <FigureToday evidence={evidence} context={context} />
  if (source === 'visit') return <VisitLink finding={sourceKey} />
  return <Place duty={places[source]} row={sourceKey} />
}

const Place = ({ duty, row }: { duty: string; row: string }) => {
  const { href } = useGo()
  return (
    <div>
      <Link
        href={href({ at: 'duties', place: 'leading', duty, key: row })}
      >{t`Open what it was taken from`}</Link>
    </div>
  )
}

/** A finding has no page of its own: it stands on that of its visit. */
const VisitLink = ({ finding }: { finding: string }) => {
  const findings = useQuery(allOrNone(useServices(), VisitFinding))
  const found = (findings.data?.records as readonly Stored<VisitFinding>[] | undefined)?.find(
    ({ key }) => key === finding,
  )
  return found ? <Place duty="walks" row={found.visit} /> : null
}

const FigureToday = ({ evidence, context }: Props) => {
  const styles = useLeadingStyles()
  const { queries, found } = useLeadingFigures()
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {() => {
        const kind = leadingKind(evidence.sourceKey!)
        const now = found?.outside.find(({ id }) => id === evidence.sourceKey)
        return (
          kind &&
          now && (
            <Text className={styles.quiet}>
              {kind.words}:{' '}
              <Why why={whyOfLeading(kind, context.today, found!.fewest)}>
                {showLeading(kind.unit, now.value)}
              </Why>{' '}
              {t`today. What stands in the evidence stays as it was on its day.`}
            </Text>
          )
        )
      }}
    </Loaded>
  )
}
