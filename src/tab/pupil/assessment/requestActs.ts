import { t } from '../../../words/t.ts'
import type { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import type { AssessmentStep } from '../../../domain/rules/needsAssessment.ts'
import type { RecordAct } from '../../../ui/useRecordAct.ts'

export type Act = RecordAct<NeedsAssessment>

const act = (words: string, said: string, changes: Act['changes']): Act => ({ words, said, changes })

/** What can still come of a refusal. */
export const actsAfterRefusal = (request: NeedsAssessment): readonly Act[] => [
  ...(request.appealed
    ? []
    : [act(t`Appeal registered today`, t`Appeal recorded`, (today) => ({ appealed: today }))]),
  act(t`Close this request`, t`Request closed`, (today) => ({ closed: today })),
]

/** What a person does at each step of a request. */
export const actsAt = (request: NeedsAssessment, step: AssessmentStep['step']): readonly Act[] => {
  switch (step) {
    case 'request':
      return [act(t`Request sent today`, t`Request recorded`, (today) => ({ requested: today }))]
    case 'decide':
      return [
        act(t`It assesses: told today`, t`Decision recorded`, (today) => ({
          assessDecision: 'yes',
          assessDecided: today,
        })),
        act(t`It refuses: told today`, t`Refusal recorded`, (today) => ({
          assessDecision: 'no',
          assessDecided: today,
        })),
      ]
    case 'advice':
      return request.adviceAsked === null
        ? [
            act(t`Asked for our advice today`, t`Recorded that advice was asked for`, (today) => ({
              adviceAsked: today,
            })),
          ]
        : [act(t`Our advice sent today`, t`Advice recorded as sent`, (today) => ({ adviceSent: today }))]
    case 'issue':
      return [
        act(t`It issues a plan: told today`, t`Decision recorded`, (today) => ({
          issueDecision: 'yes',
          issueDecided: today,
        })),
        act(t`It refuses a plan: told today`, t`Refusal recorded`, (today) => ({
          issueDecision: 'no',
          issueDecided: today,
        })),
      ]
    case 'draft':
      return [act(t`Draft came today`, t`Draft recorded`, (today) => ({ draftReceived: today }))]
    case 'comments':
      return [act(t`Comments sent today`, t`Comments recorded`, (today) => ({ commentsSent: today }))]
    case 'final':
      return [act(t`Final plan came today`, t`Plan recorded`, (today) => ({ planIssued: today }))]
    case 'appeal':
      return []
  }
}
