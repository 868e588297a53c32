import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import type { Point } from '../../../domain/duties/examPoints.ts'
import { suggestionFor } from '../../../domain/duties/examSuggestion.ts'
import type { Stored } from '../../../domain/record.ts'
import { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import type { ExamRule } from '../../../domain/records/examRule.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { arrangementWays, sureness } from '../../../domain/rules/examCodes.ts'
import { isPast, wayRuleOn, type WayRule } from '../../../domain/rules/examRules.ts'
import type { DueStatus } from '../../../domain/rules/reviewDue.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { DeadlineOffer } from './DeadlineOffer.tsx'
import { useExamFile } from './useExamFile.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    maxWidth: '760px',
    padding: '12px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  point: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const marks: Readonly<Record<Point['is'], DueStatus>> = { there: 'done', missing: 'dueSoon', open: 'onTrack' }
const words: Readonly<Record<Point['is'], string>> = {
  there: t`There`,
  missing: t`Missing`,
  open: t`To look at`,
}

type Props = {
  pupil: Stored<Pupil>
  arrangement: Stored<ExamArrangement>
  context: DutyContext
}

/** What the records suggest of an arrangement, each point with its why, and who usually settles it. */
export const ArrangementSuggestion = ({ pupil, arrangement, context }: Props) => {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={t`What the records suggest`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`What the records suggest`}</Text>
      <Loaded queries={useExamFile(pupil.key)} shape={<Waiting />}>
        {(_, evidence, forms, scores, rules) => {
          const { today } = context
          const known = rules.records as readonly ExamRule[]
          const said = suggestionFor({
            pupil,
            arrangement,
            evidence: evidence.records,
            forms: forms.records,
            scores: scores.records,
            rules: known,
            today,
          })
          const way = wayRuleOn(known, arrangement.tests, arrangement.arrangement, today)
          return (
            <>
              <Text>{said.words}</Text>
              <ul className={styles.list}>
                {said.points.map((point) => (
                  <li key={point.words} className={styles.point}>
                    <StatusMark status={marks[point.is]} word={words[point.is]} />
                    <Why why={point.why}>{point.words}</Why>
                  </li>
                ))}
              </ul>
              <DeadlineOffer arrangement={arrangement} />
              {way && <UsualWay rule={way} arrangement={arrangement} today={today} />}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const UsualWay = ({
  rule,
  arrangement,
  today,
}: {
  rule: WayRule
  arrangement: Stored<ExamArrangement>
  today: string
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(ExamArrangement)
  const { doIt, busy, trouble } = useRecordAct(ExamArrangement, arrangement)
  return (
    <div className={styles.point}>
      <Text className={styles.quiet}>
        {rule.own ? t`By the school’s own table:` : t`Usually:`}{' '}
        <Why
          why={{
            rule: t`Who settles an arrangement`,
            says: t`Each book of rules says which arrangements a school decides itself`,
            strength: rule.own ? 'local' : 'recommended',
            source: rule.source,
            inputs: [
              { label: t`How sure`, value: inWords(sureness[rule.sure]) },
              { label: t`In force from`, value: showDay(rule.from) },
              ...(isPast(rule, today) ? [{ label: t`The book ended on`, value: showDay(rule.until!) }] : []),
            ],
          }}
        >
          {inWords(arrangementWays[rule.way])}
        </Why>
      </Text>
      {mayWrite && arrangement.way === null && (
        <Button
          size="small"
          disabled={busy}
          onClick={() =>
            void doIt({
              words: t`Take that over`,
              said: t`Written down who settles it`,
              changes: () => ({ way: rule.way }),
            })
          }
        >{t`Take that over`}</Button>
      )}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
    </div>
  )
}
