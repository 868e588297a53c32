import type { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import type { AssessmentStep } from '../../../domain/rules/needsAssessment.ts'
import type { RecordAct } from '../../../ui/useRecordAct.ts'

export type Act = RecordAct<NeedsAssessment>

const act = (words: string, said: string, changes: Act['changes']): Act => ({ words, said, changes })

/** What can still come of a refusal. */
export const actsAfterRefusal = (request: NeedsAssessment): readonly Act[] => [
  ...(request.appealed
    ? []
    : [act('Appeal registered today', 'Appeal recorded', (today) => ({ appealed: today }))]),
  act('Close this request', 'Request closed', (today) => ({ closed: today })),
]

/** What a person does at each step of a request. */
export const actsAt = (request: NeedsAssessment, step: AssessmentStep['step']): readonly Act[] => {
  switch (step) {
    case 'request':
      return [act('Request sent today', 'Request recorded', (today) => ({ requested: today }))]
    case 'decide':
      return [
        act('It assesses: told today', 'Decision recorded', (today) => ({
          assessDecision: 'yes',
          assessDecided: today,
        })),
        act('It refuses: told today', 'Refusal recorded', (today) => ({
          assessDecision: 'no',
          assessDecided: today,
        })),
      ]
    case 'advice':
      return request.adviceAsked === null
        ? [
            act('Asked for our advice today', 'Recorded that advice was asked for', (today) => ({
              adviceAsked: today,
            })),
          ]
        : [act('Our advice sent today', 'Advice recorded as sent', (today) => ({ adviceSent: today }))]
    case 'issue':
      return [
        act('It issues a plan: told today', 'Decision recorded', (today) => ({
          issueDecision: 'yes',
          issueDecided: today,
        })),
        act('It refuses a plan: told today', 'Refusal recorded', (today) => ({
          issueDecision: 'no',
          issueDecided: today,
        })),
      ]
    case 'draft':
      return [act('Draft came today', 'Draft recorded', (today) => ({ draftReceived: today }))]
    case 'comments':
      return [act('Comments sent today', 'Comments recorded', (today) => ({ commentsSent: today }))]
    case 'final':
      return [act('Final plan came today', 'Plan recorded', (today) => ({ planIssued: today }))]
    case 'appeal':
      return []
  }
}
