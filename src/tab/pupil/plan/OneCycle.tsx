import { inWords, t } from '../../../words/t.ts'
import { Button, Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { ArchiveRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { cycleState, cycleSteps, nextCycleStep, startsSupport } from '../../../domain/rules/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { focusField } from '../../../ui/focusField.ts'
import { HistoryButton } from '../../../ui/history/HistoryButton.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { actsAt, endAct } from './cycleActs.ts'
import { CyclePath } from './CyclePath.tsx'
import { FromLog } from './FromLog.tsx'
import { Ladder } from './Ladder.tsx'
import { Needs } from './Needs.tsx'
import { Part } from './Part.tsx'
import { endedFields, partFields } from './partFields.ts'
import { PlanPapers } from './PlanPapers.tsx'
import { Said } from './Said.tsx'
import { StartNext } from './StartNext.tsx'
import { usePlanStyles } from './styles.ts'
import { Support } from './Support.tsx'
import { TargetsAtReview } from './TargetsAtReview.tsx'
import type { PlanRecords } from './usePlanRecords.ts'

/** One cycle as a page: its steps, the next one as a button, and Assess, Plan, Do and Review under one another. */
export const OneCycle = ({
  cycle,
  plan,
  isCurrent,
}: {
  cycle: Stored<Cycle>
  plan: PlanRecords
  /** Whether this is the newest: targets are worked on there. */
  isCurrent: boolean
}) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Cycle)
  const { doIt, busy, trouble } = useRecordAct(Cycle, cycle)
  const { archive, trouble: notArchived } = useArchive(Cycle)
  const { href } = useGo()
  const [starting, setStarting] = useState(false)
  const { pupil, context } = plan
  const next = nextCycleStep(cycle, context, today)
  const state = cycleState(cycle, context, today)
  const here = next?.step ?? null
  const acts = next ? actsAt(cycle, next.step, context) : []
  const aims = new Set(plan.targets.filter((row) => row.cycle === cycle.key).map(({ outcome }) => outcome))
  // The plan runs and its review lies ahead: what is given is what there is to do.
  const running = here === 'review' && next?.state === 'onTrack'
  const reviewing = here === 'review' && !running
  const atReview = state === 'undecided' || reviewing
  return (
    <>
      <CyclePath steps={cycleSteps(cycle, context, today)} here={here} />
      {here === 'tell' && startsSupport(cycle, context) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`SEN support starts with this plan: the school must tell the parents so (Children and Families Act 2014, section 68). Write to them below, and record the day and how.`}</MessageBarBody>
        </MessageBar>
      )}
      {cycle.agreedOn && pupil.status === 'N' && cycle.decision !== 'stepDown' && (
        <ChangeStatus
          words={t`The plan is agreed, and the register still says: no SEN.`}
          link={t`Change the status to SEN support`}
          href={href({ at: 'pupil', key: pupil.key, section: 'details' })}
        />
      )}
      {cycle.decision === 'stepDown' && pupil.status === 'K' && isCurrent && (
        <ChangeStatus
          words={t`The review found that SEN support is no longer needed, and the register still says: SEN support.`}
          link={t`Change the status`}
          href={href({ at: 'pupil', key: pupil.key, section: 'details' })}
        />
      )}
      {cycle.decision === 'request' && isCurrent && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t`The review decided to ask for an EHC needs assessment. `}
            <Link
              inline
              href={href({ at: 'pupil', key: pupil.key, section: 'assessment' })}
            >{t`Follow the request`}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {mayWrite && (
        <div className={styles.bar}>
          {running && (
            <Button
              appearance="primary"
              onClick={() => focusField('delivered')}
            >{t`Write what was given`}</Button>
          )}
          {acts.map((one, i) => (
            <Button
              key={one.words}
              appearance={i === 0 && !running ? 'primary' : 'secondary'}
              disabled={busy}
              onClick={() => void doIt(one)}
            >
              {one.words}
            </Button>
          ))}
          {state === 'undecided' && (
            <Button
              appearance="primary"
              onClick={() => focusField('decision')}
            >{t`Say what happens now`}</Button>
          )}
          {here === 'next' && state === 'reviewed' && (
            <Button appearance="primary" onClick={() => setStarting(true)}>{t`Start the next plan`}</Button>
          )}
          {state === 'lapsed' && (
            <Button disabled={busy} onClick={() => void doIt(endAct)}>
              {endAct.words}
            </Button>
          )}
        </div>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {starting && <StartNext plan={plan} last={cycle} onClose={() => setStarting(false)} />}
      <PlanPapers plan={plan} cycle={cycle} />
      <Part
        title={t`Assess`}
        cycle={cycle}
        fields={partFields.assess}
        isHere={here === 'assess'}
        empty={t`What was noticed, what the teacher’s assessment shows, strengths, and what gets in the way.`}
      >
        <Needs plan={plan} />
        <Said plan={plan} cycle={cycle.key} topic="Assess" />
      </Part>
      <Part
        title={t`Plan`}
        cycle={cycle}
        fields={partFields.plan}
        isHere={here === 'agree'}
        empty={t`What changes in class, what the family does, and the day of the review.`}
      >
        {isCurrent ? (
          <Ladder plan={plan} cycle={cycle.key} />
        ) : (
          <TargetsAtReview plan={plan} cycle={cycle} isOpen={false} always />
        )}
      </Part>
      <Part
        title={t`Do`}
        cycle={cycle}
        fields={partFields.do}
        isHere={running}
        empty={t`Nothing is written about what was given yet.`}
      >
        <Support
          plan={plan}
          from={cycle.agreedOn ?? cycle.began}
          until={cycle.reviewedOn ?? cycle.ended}
          targets={aims}
        />
        <FromLog plan={plan} cycle={cycle} />
      </Part>
      <Part
        title={t`Review`}
        cycle={cycle}
        fields={cycle.ended ? [...partFields.review, ...endedFields] : partFields.review}
        isHere={atReview}
        aside={
          cycle.decision && (
            <StatusMark status="done" word={inWords(Cycle.fields.decision.choices[cycle.decision])} />
          )
        }
        empty={
          cycle.reviewBy
            ? t`To be held by ${showDay(cycle.reviewBy)}, with the parents and the child.`
            : t`Held with the parents and the child once the plan has run.`
        }
      >
        <Said plan={plan} cycle={cycle.key} topic="Review" />
        {isCurrent && <TargetsAtReview plan={plan} cycle={cycle} isOpen={mayWrite && atReview} />}
      </Part>
      <div className={styles.bar}>
        <HistoryButton type={Cycle} record={cycle} />
        {mayWrite && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArchiveRegular />}
            onClick={() => void archive(cycle, 'Taken off by hand')}
          >{t`Archive`}</Button>
        )}
      </div>
      {notArchived && <TroubleNotice trouble={notArchived} />}
    </>
  )
}

const ChangeStatus = ({ words, link, href }: { words: string; link: string; href: string }) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>
      {words}{' '}
      <Link inline href={href}>
        {link}
      </Link>
    </MessageBarBody>
  </MessageBar>
)
