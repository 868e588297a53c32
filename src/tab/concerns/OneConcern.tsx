import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import { Concern } from '../../domain/records/concern.ts'
import { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import { alsoSaid, askedAbout, concernMark, concernState, screeningOf } from '../../domain/rules/concern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useAbout, useAll, useOne } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Page } from '../Page.tsx'
import { ScoreTable } from '../pupil/progress/ScoreTable.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { Answers } from './Answers.tsx'
import { AskTeachers } from './AskTeachers.tsx'
import { Decide } from './Decide.tsx'
import { ConcernPapers } from './ConcernPapers.tsx'
import { Said } from './Said.tsx'
import { TellStaff } from './TellStaff.tsx'
import { useSaid } from './useConcerns.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const raised = [
  { fields: ['what', 'raisedOn', 'raisedBy', 'from', 'area'] },
  { title: t`What the family says`, fields: ['parentsSpoken', 'parentsSaid', 'pupilSaid'] },
]

/** One concern from what was seen to what was decided, in the order of the work. */
export const OneConcern = ({ concernKey }: { concernKey: string }) => {
  const concern = useOne(Concern, concernKey)
  const trail = <Trail steps={[{ words: t`Concerns`, route: { at: 'concerns' } }]} />
  if (!concern.data)
    return (
      <Page title={t`Concern`} above={trail}>
        <Loaded queries={[concern]} shape={<Waiting />}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <Whole concern={concern.data} />
}

const Whole = ({ concern }: { concern: Stored<Concern> }) => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  const pupil = useOne(Pupil, concern.pupil)
  const cycles = useAbout(Cycle, 'pupil', concern.pupil)
  const scores = useAbout(Score, 'pupil', concern.pupil)
  const tools = useAll(AssessmentTool)
  const { asks, said } = useSaid()
  const mayWrite = useMayWrite(Concern)
  const readOnly = !mayWrite
  return (
    <Page
      title={pupil.data ? <PupilName pupil={pupil.data} /> : t`Concern`}
      above={<Trail steps={[{ words: t`Concerns`, route: { at: 'concerns' } }]} />}
      beside={
        <Text className={styles.quiet}>
          {t`Concern of ${showDay(concern.raisedOn)} · `}
          <Link
            inline
            href={href({ at: 'pupil', key: concern.pupil, section: 'thread' })}
          >{t`Open the pupil’s record`}</Link>
        </Text>
      }
    >
      <Loaded queries={[pupil, cycles, asks, said, scores, tools]} shape={<Waiting />}>
        {(child, cycleList, askList, saidList, scoreList, toolList) => {
          const asked = askedAbout(concern, askList.records, saidList.records, today)
          const others = alsoSaid(concern, asked, saidList.records)
          const screened = screeningOf(concern, scoreList.records)
          const raisedBy = others.filter((one) => one.concern === concern.key && one.ask === null)
          const state = concernState(concern, asked, today)
          const mark = concernMark(concern, asked, today)
          return (
            <>
              <Unreadable listings={[askList, saidList, cycleList, scoreList]} />
              <div>
                <StatusMark status={mark.status} word={mark.word} />
              </div>
              <ConcernPapers
                pupil={child}
                concern={concern}
                asked={asked}
                raised={raisedBy}
                scores={screened}
                tools={new Map(toolList.records.map((tool) => [tool.key, tool]))}
              />
              <section className={styles.part} aria-label={t`What was seen`}>
                <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`What was seen`}</Text>
                {others.map((one) => (
                  <Said key={one.key} said={one} heading={`${one.by}, ${showDay(one.on)}`} />
                ))}
                <RecordForm
                  type={Concern}
                  record={concern}
                  groups={raised}
                  latest={{ raisedOn: today, parentsSpoken: today }}
                  readOnly={readOnly}
                />
              </section>
              <section className={styles.part} aria-label={t`What teachers see`}>
                <Text
                  as="h2"
                  size={500}
                  weight="semibold"
                  className={styles.title}
                >{t`What teachers see`}</Text>
                <Answers asked={asked} concern={concern} pupil={child} readOnly={readOnly} />
                {mayWrite && concern.decision === null && (
                  <AskTeachers concern={concern} pupil={child} asked={asked} />
                )}
              </section>
              <section className={styles.part} aria-label={t`Screening`}>
                <Text
                  as="h2"
                  size={500}
                  weight="semibold"
                  className={styles.title}
                >{t`Screening and what it comes to`}</Text>
                <Text className={styles.quiet}>
                  {t`What was taken as screening since a year before it was raised. Every score of the pupil stands under `}
                  <Link
                    inline
                    href={href({ at: 'pupil', key: concern.pupil, section: 'progress' })}
                  >{t`Progress`}</Link>
                  .
                </Text>
                {toolList.records.length === 0 ? (
                  <Text>
                    {t`No test is set up yet. `}
                    <Link
                      inline
                      href={href({ at: 'school', section: 'tools' })}
                    >{t`Choose assessment tools`}</Link>
                  </Text>
                ) : (
                  <ScoreTable
                    pupil={concern.pupil}
                    scores={screened}
                    tools={toolList.records}
                    purpose="screen"
                    words={t`Add a screening result`}
                    empty={t`A result says which test, when, what it gave, and who tested. It is kept with the pupil’s other scores.`}
                  />
                )}
                <RecordForm
                  type={Concern}
                  record={concern}
                  groups={[{ fields: ['screening', 'found'] }]}
                  readOnly={readOnly}
                />
              </section>
              <Decide
                concern={concern}
                pupil={child}
                state={state}
                waiting={asked.filter(({ answer, closed }) => answer === null && !closed).length}
                cycles={cycleList.records}
                readOnly={readOnly}
              />
              {concern.decision !== null && raisedBy.length > 0 && (
                <section className={styles.part} aria-label={t`Whoever raised it`}>
                  <Text
                    as="h2"
                    size={500}
                    weight="semibold"
                    className={styles.title}
                  >{t`Whoever raised it`}</Text>
                  {raisedBy.map((one) => (
                    <TellStaff key={one.key} said={one} readOnly={readOnly} />
                  ))}
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
