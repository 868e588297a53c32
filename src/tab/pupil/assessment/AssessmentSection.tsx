import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import {
  assessmentState,
  assessmentStates,
  assessmentSteps,
  nextAssessmentStep,
  refusedOn,
} from '../../../domain/rules/needsAssessment.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { Waiting } from '../Waiting.tsx'
import { OneRequest } from './OneRequest.tsx'

const groups = [
  { title: 'The request', fields: ['requested', 'requestedBy', 'authority', 'reference'] },
  {
    title: 'The assessment',
    fields: ['assessDecision', 'assessDecided', 'adviceAsked', 'adviceSent', 'issueDecision', 'issueDecided'],
  },
  { title: 'The plan', fields: ['draftReceived', 'commentsSent', 'planIssued'] },
  {
    title: 'Disagreement and end',
    fields: ['mediationCertificate', 'appealed', 'closed', 'note'],
  },
] as const

const isOver = (request: NeedsAssessment) => ['issued', 'closed'].includes(assessmentState(request))
/** Those under way first, then the newest. */
const orderOf = (request: NeedsAssessment) => `${isOver(request) ? 0 : 1}${request.requested ?? '9'}`
const newestFirst = (a: NeedsAssessment, b: NeedsAssessment) => (orderOf(a) < orderOf(b) ? 1 : -1)

/** Requests for an EHC needs assessment: the one under way as a path with both owners, and those before it. */
export const AssessmentSection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const today = useServices().today()
  const requests = useAbout(NeedsAssessment, 'pupil', pupil.key)
  const school = useSchool()
  const calendar = useCalendar()
  return (
    <Loaded queries={[requests, school, calendar]} shape={<Waiting />}>
      {(list, settled, days) => {
        const sorted = list.records.toSorted(newestFirst)
        const open = sorted.find((request) => !isOver(request))
        return (
          <>
            <Unreadable listings={[list]} />
            <RecordCards
              type={NeedsAssessment}
              records={sorted}
              opened={open?.key ?? null}
              summary={(request) => <Summary request={request} today={today} />}
              aside={(request) => <Mark request={request} today={today} />}
              above={(request) => <OneRequest request={request} pupil={pupil} calendar={days} />}
              groups={groups}
              part={
                sorted.length > 1
                  ? (request) => (isOver(request) ? t`Requests that are over` : t`Under way`)
                  : undefined
              }
              add={{
                words: t`Add a request`,
                given: {
                  pupil: pupil.key,
                  requestedBy: 'school',
                  authority: pupil.localAuthority ?? settled?.localAuthority ?? null,
                },
                fields: ['requestedBy', 'requested', 'authority', 'reference', 'note'],
              }}
              empty={{
                title: t`No plan has been asked for`,
                todo: t`When the school or a parent asks the authority for an EHC needs assessment, its six, sixteen and twenty weeks are followed here.`,
              }}
            />
          </>
        )
      }}
    </Loaded>
  )
}

const by = NeedsAssessment.fields.requestedBy.choices

const Summary = ({ request, today }: { request: NeedsAssessment; today: Day }) => {
  const next = nextAssessmentStep(request, today)
  const refused = refusedOn(request)
  return (
    <TwoLines
      first={request.requested ? t`Request of ${showDay(request.requested)}` : t`Request being prepared`}
      second={[
        request.requestedBy && by[request.requestedBy],
        request.planIssued
          ? t`plan issued ${showDay(request.planIssued)}`
          : refused
            ? t`refused ${showDay(refused)}`
            : assessmentStates[assessmentState(request)],
        next?.due && t`${next.label} by ${showDay(next.due)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  )
}

/** Anything that is late stands before what comes next. */
const Mark = ({ request, today }: { request: NeedsAssessment; today: Day }) => {
  const state = assessmentState(request)
  if (state === 'issued') return <StatusMark status="done" word={t`Plan issued`} />
  if (state === 'closed') return <StatusMark status="unknown" word={t`Closed`} />
  if (state === 'refused') return <StatusMark status="unknown" word={t`Refused`} />
  if (assessmentSteps(request, today).some((step) => step.state === 'overdue'))
    return <StatusMark status="overdue" word={t`Overdue`} />
  const next = nextAssessmentStep(request, today)
  if (next?.owner === 'authority') return <StatusMark status="authority" word={t`Authority’s turn`} />
  return next?.state === 'dueSoon' ? (
    <StatusMark status="dueSoon" word={t`Due soon`} />
  ) : (
    <StatusMark status="onTrack" word={t`On track`} />
  )
}
