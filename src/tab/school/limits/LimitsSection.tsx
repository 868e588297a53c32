import { inWords, t } from '../../../words/t.ts'
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { DateLimit } from '../../../domain/records/dateLimit.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { ignoredLimits, localLimitNames } from '../../../domain/rules/localLimits.ts'
import { spanWords } from '../../../domain/rules/spanWords.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { LawList } from './LawList.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  heading: { margin: 0, paddingTop: '16px' },
})

const fields = ['rule', 'days', 'authority', 'from', 'source', 'note'] as const
const order = (a: DateLimit, b: DateLimit) =>
  `${a.rule}${a.authority ?? ''}${b.from}` < `${b.rule}${b.authority ?? ''}${a.from}` ? -1 : 1

/** What authorities and the school ask beyond the law, what of it doesn't count, and what the law itself says. */
export const LimitsSection = () => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <section className={styles.part} aria-label={t`Local limits`}>
      <Text
        className={styles.quiet}
      >{t`Some authorities ask for papers earlier, or for the report sooner, than the law does. Write it here once, with where it is written: every date of a pupil whose plan that authority keeps then follows it. A local limit can be tighter than the law, never looser.`}</Text>
      <Loaded queries={[useAll(DateLimit)]} shape={<Waiting />}>
        {(limits) => (
          <>
            <Unreadable listings={[limits]} />
            {ignoredLimits(limits.records, today).map(({ limit, why }) => (
              <MessageBar key={limit.key} intent="warning" layout="multiline">
                <MessageBarBody>
                  <MessageBarTitle>
                    {t`Not followed: ${inWords(localLimitNames[limit.rule])}, ${spanWords({ days: limit.days })}`}
                    {limit.authority && ` (${limit.authority})`}
                  </MessageBarTitle>
                  {t`${why}. The law’s own limit holds.`}
                </MessageBarBody>
              </MessageBar>
            ))}
            <RecordCards
              type={DateLimit}
              records={limits.records.toSorted(order)}
              summary={(limit) => <Summary limit={limit} />}
              aside={(limit) => <Mark limit={limit} all={limits.records} today={today} />}
              groups={[{ fields }]}
              add={{ words: t`Add a limit`, given: { from: today }, fields: fields.slice(0, 5) }}
              empty={{
                title: t`No local limit yet`,
                todo: t`The law’s dates hold. Add a limit where your authority’s guidance asks for something tighter.`,
              }}
            />
          </>
        )}
      </Loaded>
      <Text
        as="h2"
        size={500}
        weight="semibold"
        className={styles.heading}
      >{t`What the law, guidance and practice say`}</Text>
      <LawList today={today} />
    </section>
  )
}

const Summary = ({ limit }: { limit: DateLimit }) => (
  <TwoLines
    first={`${inWords(localLimitNames[limit.rule])}: ${spanWords({ days: limit.days })}`}
    second={[limit.authority ?? t`All pupils`, t`from ${showDay(limit.from)}`, limit.source].join(' · ')}
  />
)

/** Whether a limit is followed today, is still to begin, or was replaced by a newer one of the same authority. */
const Mark = ({
  limit,
  all,
  today,
}: {
  limit: Stored<DateLimit>
  all: readonly DateLimit[]
  today: string
}) => {
  if (ignoredLimits([limit], today).length > 0)
    return <StatusMark status="late" word={t`Looser than the law`} />
  if (limit.from > today) return <StatusMark status="unknown" word={t`Not yet in force`} />
  const newer = all.some(
    ({ rule, authority, from }) =>
      rule === limit.rule && authority === limit.authority && from > limit.from && from <= today,
  )
  return newer ? (
    <StatusMark status="unknown" word={t`Replaced`} />
  ) : (
    <StatusMark status="done" word={t`In force`} />
  )
}
