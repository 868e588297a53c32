import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { ComplaintStage, complaintWays } from '../../../domain/records/complaintStage.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { Waiting } from '../../pupil/Waiting.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

const daysOf = ({ count }: ComplaintStage, days: number) =>
  count === 'school' ? counted(days, 'school day') : counted(days, 'calendar day')

const shown = (stage: ComplaintStage): string =>
  [
    stage.acknowledge !== null && t`acknowledged within ${daysOf(stage, stage.acknowledge)}`,
    stage.answer !== null && t`answered within ${daysOf(stage, stage.answer)}`,
    stage.who,
    t`from ${showDay(stage.from)}`,
    stage.until !== null && t`until ${showDay(stage.until)}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** The stages of the school's own procedure, each in force from a day on; the days of a complaint are reckoned from its stage. */
export const ComplaintStages = () => {
  const styles = useStyles()
  const services = useServices()
  const stages = useQuery(allOrNone(services, ComplaintStage))
  const today = services.today()
  return (
    <section className={styles.part} aria-label={t`Stages and their days`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`Stages and their days`}</Text>
      <Text
        className={styles.quiet}
      >{t`As your complaints procedure has them. When it changes, end the stage with its last day and add the new one: complaints that came before keep the days they came under.`}</Text>
      <Loaded queries={[stages]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards<Stored<ComplaintStage>>
              type={ComplaintStage}
              records={(list.records as readonly Stored<ComplaintStage>[]).toSorted(
                (a, b) => a.way.localeCompare(b.way) || a.order - b.order || a.from.localeCompare(b.from),
              )}
              part={({ way }) => inWords(complaintWays[way])}
              summary={(stage) => <TwoLines first={`${stage.order}. ${stage.name}`} second={shown(stage)} />}
              groups={[
                {
                  fields: [
                    'way',
                    'order',
                    'name',
                    'who',
                    'acknowledge',
                    'answer',
                    'count',
                    'from',
                    'until',
                    'source',
                  ],
                },
              ]}
              add={{
                words: t`Add a stage`,
                given: { way: 'school', count: 'school', from: today },
                fields: ['way', 'order', 'name', 'who', 'acknowledge', 'answer', 'count', 'from', 'source'],
              }}
              empty={{
                title: t`No stage yet`,
                todo: t`Take them from your published procedure. Without a stage a complaint is due on the day you write down.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
