import { inWords, t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { counted } from '../../../domain/counted.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import { retentionGroups } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { type OtherGroup, otherGroups } from '../../../domain/rules/retentionOther.ts'
import { Later, Loaded } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { type OtherPlan, readOther } from './others.ts'
import { QueuePart } from './QueuePart.tsx'
import { useQueueStyles } from './queueStyles.ts'
import { reachOf } from './useRetention.ts'

const otherWords: Record<OtherGroup, readonly [one: string, many: string]> = {
  disclosure: ['line', 'lines'],
  job: ['file', 'files'],
  finance: ['workbook', 'workbooks'],
  concernAside: ['concern', 'concerns'],
}
export const countOf = (group: OtherGroup, count: number): string => {
  const [one, many] = otherWords[group]
  return counted(count, one, many)
}

/** What is kept for a time of its own and belongs to no one pupil: how much of it may go, and why. */
export const OtherRecords = ({ onLook }: { onLook: (group: OtherGroup) => void }) => {
  const services = useServices()
  const mayWrite = useMayWrite(Disposal)
  const today = services.today()
  const plans = useQuery({
    queryKey: ['retention', services.school.id, 'others'],
    queryFn: () => Promise.all(otherGroups.map((group) => readOther(reachOf(services), group, today))),
  })
  return (
    <Loaded
      queries={[plans]}
      shape={
        <Later>
          <Text role="status">{t`Reading other records`}</Text>
        </Later>
      }
    >
      {(all) => (
        <QueuePart
          title={t`Other records`}
          about={t`Kept for a time of their own: they go with no pupil’s file.`}
        >
          {all.map((plan) => (
            <OtherLine
              key={plan.group}
              plan={plan}
              onLook={mayWrite && plan.spoilt.length === 0 ? () => onLook(plan.group) : null}
            />
          ))}
        </QueuePart>
      )}
    </Loaded>
  )
}

const OtherLine = ({ plan, onLook }: { plan: OtherPlan; onLook: (() => void) | null }) => {
  const styles = useQueueStyles()
  const { group, old, begun, kept, whole } = plan
  const due = old.due.length
  return (
    <li className={styles.row}>
      <span />
      <span>{inWords(retentionGroups[group])}</span>
      <Text className={styles.under}>
        {!whole ? (
          t`SharePoint shows you only your own lines. Who reads the whole list decides.`
        ) : (
          <>
            {due > 0 && old.since ? t`${countOf(group, due)} due since ` : ''}
            <Why why={old.why}>{due > 0 && old.since ? showDay(old.since) : t`Nothing is due`}</Why>
            <Text block size={200}>
              {old.next ? t`Next due ${showDay(old.next)}` : t`Nothing more is kept`}
              {kept > 0 && t`; ${countOf(group, kept)} held or still needed`}
            </Text>
          </>
        )}
      </Text>
      <span className={styles.under}>
        {begun ? (
          <StatusMark status="overdue" word={t`Not ended`} />
        ) : due > 0 ? (
          <StatusMark status="dueSoon" word={t`Due`} />
        ) : (
          <StatusMark status={whole ? 'onTrack' : 'unknown'} word={whole ? t`Not yet` : t`Not shown`} />
        )}
      </span>
      <span className={`${styles.buttons} ${styles.under}`}>
        {onLook && whole && (due > 0 || begun) && (
          <Button
            size="small"
            onClick={onLook}
            aria-label={`${lookWords(plan)}: ${inWords(retentionGroups[group])}`}
          >
            {lookWords(plan)}
          </Button>
        )}
      </span>
    </li>
  )
}
const lookWords = ({ begun }: OtherPlan) => (begun ? t`Go on to the end` : t`See what would go`)
