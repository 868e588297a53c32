import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Goal } from '../../../domain/records/goal.ts'
import { Group } from '../../../domain/records/group.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { Score } from '../../../domain/records/score.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { byKey } from '../../../domain/rules/impact.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAbout, useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { usePupilRecords } from '../../../ui/usePupilRecords.ts'
import { useGo } from '../../routes.ts'
import { Waiting } from '../Waiting.tsx'
import { Charts } from './Charts.tsx'
import { GoalCards } from './GoalCards.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { SupportImpact } from './SupportImpact.tsx'
import { sessionsByLine, useSessionLists } from './useSessions.ts'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '32px', paddingBottom: '28px' },
  part: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

/** What was measured of a pupil, what each line of support changed as far as that tells, and goals with their steps. */
export const ProgressPart = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  const { allocations, provisions, outcomes } = usePupilRecords(pupil.key)
  const scores = useAbout(Score, 'pupil', pupil.key)
  const goals = useAbout(Goal, 'pupil', pupil.key)
  const [log, slots, slotPupils] = useSessionLists(pupil.key)
  const lists = [useAll(AssessmentTool), useAll(Group), useAll(Rate), useCalendar(), useSchool()] as const
  return (
    <Loaded
      queries={[scores, goals, allocations, provisions, outcomes, log, slots, slotPupils, ...lists]}
      shape={<Waiting />}
    >
      {(
        scored,
        aimed,
        given,
        offered,
        outcomeList,
        logged,
        times,
        places,
        toolList,
        groupList,
        rateList,
        calendar,
        counted,
      ) => {
        const tools = byKey(toolList.records)
        const groups = groupList.records
        const lines = given.records
        const sessions = sessionsByLine(
          {
            allocations: lines,
            groups,
            log: logged.records,
            slots: times.records,
            slotPupils: places.records,
            calendar,
            counted,
          },
          today,
        )
        return (
          <div className={styles.parts}>
            <Unreadable listings={[scored, aimed, given, offered, toolList, groupList]} />
            {toolList.records.length === 0 && (
              <Notice
                title={t`No tools to measure by yet`}
                todo={t`A score belongs to a test or scale that says what its number means. Choose those that your school uses once, for everybody.`}
                action={
                  <Link href={href({ at: 'school', section: 'tools' })}>{t`Choose assessment tools`}</Link>
                }
              />
            )}
            {lines.length > 0 && (
              <section className={styles.part} aria-label={t`What support changed`}>
                <Text
                  as="h2"
                  size={500}
                  weight="semibold"
                  className={styles.heading}
                >{t`What support changed`}</Text>
                <Text
                  className={styles.quiet}
                >{t`Choose the scores with which a line of support began and ended. What the figures suggest is for you to take or leave; nothing is kept by itself.`}</Text>
                <SupportImpact
                  pupil={pupil}
                  lines={lines}
                  groups={groups}
                  calendar={calendar}
                  provisions={offered.records}
                  scores={scored.records}
                  goals={aimed.records}
                  tools={tools}
                  rates={rateList.records}
                  sessions={sessions}
                  weeksInYear={setting(counted ?? undefined, 'weeksInYear')}
                />
              </section>
            )}
            {scored.records.length > 0 && (
              <section className={styles.part} aria-label={t`Progress over time`}>
                <Text as="h2" size={500} weight="semibold" className={styles.heading}>{t`Over time`}</Text>
                <Charts
                  scores={scored.records}
                  tools={toolList.records}
                  lines={filledFromGroups(lines, groups, calendar)}
                />
              </section>
            )}
            <section className={styles.part} aria-label={t`Scores`}>
              <Text as="h2" size={500} weight="semibold" className={styles.heading}>{t`Scores`}</Text>
              <ScoreTable pupil={pupil.key} scores={scored.records} tools={toolList.records} />
            </section>
            <section className={styles.part} aria-label={t`Goals`}>
              <Text
                as="h2"
                size={500}
                weight="semibold"
                className={styles.heading}
              >{t`Goals with steps`}</Text>
              <GoalCards
                pupil={pupil.key}
                goals={aimed.records}
                lines={lines}
                provisions={offered.records}
                outcomes={outcomeList.records}
              />
            </section>
          </div>
        )
      }}
    </Loaded>
  )
}
