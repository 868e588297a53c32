import type { NeedWords } from './needWords.ts'
import { moderate } from './cognition.ts'
import { wellbeing } from './wellbeing.ts'

export const other: NeedWords = {
  ...wellbeing,
  described: [
    [
      '{name} is [thoughtful|curious and brave] and fond of {interest}.',
      '{name} is [well liked|steady and kind] and [proud of {their} drawings|good company].',
    ],
    [
      '{They} has [epilepsy|a long-term illness|Tourette syndrome], which [comes and goes|tires {them}] and [has cost {them} lessons|makes some weeks hard].',
      'Missed schooling has left gaps in [number|spelling|science] that have nothing to do with ability.',
    ],
    [
      'In {lesson} {they} may [lose a few seconds|need to rest|move or speak without meaning to], and [needs no comment|goes on as if nothing had been].',
    ],
    [
      'It helps to [have notes kept for {them}|follow the health-care plan without fuss] and to [let {them} choose what to tell others|check in at the end of the day].',
    ],
  ],
  sources: ['Hospital letter and the individual health-care plan', 'School nurse and parents'],
}

export const unassessed: NeedWords = {
  ...moderate,
  described: [
    [
      '{name} joined us [this year|last term] and has settled [well|quickly]; {they} likes {interest}.',
      '{name} is [polite and keen|quiet and watchful], and happiest [in practical work|with a friend].',
    ],
    [
      '{They} is making less progress than we would expect in [reading|writing|number|attention], and we do not yet know why.',
      'Class teaching [adjusted twice|over two terms] has not been enough, and what lies behind it is being looked into.',
    ],
    [
      '[Hearing and sight are being checked|A specialist’s visit has been asked for|Screening is booked]; meanwhile {they} has [small-group help|pre-teaching] in {lesson}.',
    ],
  ],
  sources: ['Teacher’s concern and first assess, plan, do, review cycle'],
}
