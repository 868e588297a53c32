import { t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { daysBetween, showDay, showWeekday } from '../../../domain/rules/day.ts'
import { daysLateWords } from '../../../domain/rules/reviewActMarks.ts'
import {
  assessmentExceptions,
  assessmentState,
  assessmentSteps,
  closureWords,
  longClosure,
  nextAssessmentStep,
} from '../../../domain/rules/needsAssessment.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useServices } from '../../../ui/services.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { Why } from '../../../ui/Why.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useChaseLetter } from '../../review/path/useChaseLetter.tsx'
import { useChasesOfPupil } from '../../review/path/useChases.ts'
import { useGo } from '../../routes.ts'
import { actsAfterRefusal, actsAt } from './requestActs.ts'
import { RequestPath } from './RequestPath.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', paddingBottom: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  exceptions: { color: tokens.colorNeutralForeground2, maxWidth: '720px', '& li': { paddingBottom: '4px' } },
})

/** One request: its path, the next step as a button, and what lets its limits pass. */
export const OneRequest = ({
  request,
  pupil,
  calendar,
}: {
  request: Stored<NeedsAssessment>
  pupil: Stored<Pupil>
  calendar: SchoolCalendar
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  const mayWrite = useMayWrite(NeedsAssessment)
  const { doIt, busy, trouble } = useRecordAct(NeedsAssessment, request)
  const steps = assessmentSteps(request, today)
  const next = nextAssessmentStep(request, today)
  const acts = next
    ? actsAt(request, next.step)
    : assessmentState(request) === 'refused'
      ? actsAfterRefusal(request)
      : []
  const { button, card } = useChaseLetter()
  const chases = useChasesOfPupil(pupil.key).data?.records ?? []
  const owed = steps.find((step) => step.owner === 'authority' && step.state === 'overdue')
  const reminded = chases
    .filter(({ assessment }) => assessment === request.key)
    .map(({ on }) => on)
    .toSorted()
  const closure = request.adviceAsked ? longClosure(request.adviceAsked, calendar) : null
  return (
    <div className={styles.part}>
      {request.planIssued && pupil.planIssued === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t`The plan of ${showDay(request.planIssued)} isn’t on the pupil’s record yet, so no review is due. `}
            <Link
              href={href({ at: 'pupil', key: pupil.key, section: 'details' })}
            >{t`Write its date and the new SEN status under Details`}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      <RequestPath steps={steps} here={next?.step ?? null} />
      {owed?.due && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {t`${owed.label}: ${daysLateWords(daysBetween(owed.due, today))}. It was due on `}
            {owed.why ? <Why why={owed.why}>{showWeekday(owed.due)}</Why> : showWeekday(owed.due)}
            {reminded.length > 0 && t`; reminded ${reminded.map(showDay).join(', ')}`}.
          </MessageBarBody>
        </MessageBar>
      )}
      {owed && (
        <div>
          {button({ assessment: request.key }, reminded.length > 0 ? t`Chase again` : t`Write chase letter`)}
        </div>
      )}
      {card}
      {acts.length > 0 && mayWrite && (
        <div className={styles.buttons}>
          {acts.map((one, i) => (
            <Button
              key={one.words}
              appearance={next && i === 0 && !owed ? 'primary' : 'secondary'}
              disabled={busy}
              onClick={() => void doIt(one)}
            >
              {one.words}
            </Button>
          ))}
        </div>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {request.requested && !request.closed && (
        <details className={styles.exceptions}>
          <summary>{t`When the law lets these limits pass`}</summary>
          <ul>
            {assessmentExceptions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Text
            size={200}
            block
          >{t`Source: SEND Regulations 2014, regulations 5(4), 8(2), 10(4) and 13(3). The authority says which one it uses; ask where it does not.`}</Text>
        </details>
      )}
      {closure && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`The school was asked for its advice around its closure of ${closureWords(closure)}: the authority’s own limits may pass for that.`}</Text>
      )}
    </div>
  )
}
