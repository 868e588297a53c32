import { t } from '../../words/t.ts'
import { showDay } from '../../domain/rules/day.ts'
import { PrintSheet } from '../../ui/charts/PrintSheet.tsx'
import { useServices } from '../../ui/services.tsx'
import { TrustTables } from './TrustTables.tsx'
import type { OfSchool } from './useTrust.ts'

/** As many schools as fit beside each other on an upright A4 page. */
const across = 4

type Sent = Extract<OfSchool, { is: 'sent' }>

/** The figures on paper, some schools beside each other at a time. They were sent to be passed on, and name nobody. */
export const PrintFigures = ({
  title,
  sent,
  onDone,
}: {
  title: string
  sent: readonly Sent[]
  onDone: () => void
}) => {
  const today = useServices().today()
  const parts = Array.from({ length: Math.ceil(sent.length / across) }, (_, at) =>
    sent.slice(at * across, (at + 1) * across),
  )
  return (
    <PrintSheet
      title={title}
      about={t`As the schools sent them, each on the day above its figures. Printed on ${showDay(today)}.`}
      foot={t`Each school hides its own small numbers before anything leaves it, and sends on its own day.`}
      onDone={onDone}
    >
      {parts.map((part) => (
        <TrustTables key={part[0]!.school.id} sent={part} all={sent} />
      ))}
    </PrintSheet>
  )
}
