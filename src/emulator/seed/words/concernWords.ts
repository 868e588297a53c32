import type { Concern } from '../../../domain/records/concern.ts'
import type { ShortQuestion } from '../../../domain/rules/concern.ts'

/** What teachers write of a child whom they worry about: what they see, without a name for it. */
export const areas: readonly {
  readonly question: ShortQuestion
  readonly area: NonNullable<Concern['area']>
  readonly seen: readonly string[]
}[] = [
  {
    question: 'communication',
    area: 'communication',
    seen: [
      'Long pauses before answering. Uses “thing” and “that” for words that others have. Follows an instruction once it is shown.',
      'Answers in one or two words. In a pair says more than in front of the class.',
    ],
  },
  {
    question: 'learning',
    area: 'cognition',
    seen: [
      'Reads the words and can’t say what the page was about. Spelling changes within a line.',
      'Number facts learned on Monday are gone on Thursday. Counts on fingers where others don’t.',
    ],
  },
  {
    question: 'emotional',
    area: 'semh',
    seen: [
      'Tears or leaving the room about twice a week, mostly when work is marked. Settles after ten minutes with an adult.',
      'Stays near the door at playtime. Has stopped asking to join in.',
    ],
  },
  {
    question: 'attention',
    area: 'cognition',
    seen: [
      'Begins four tasks and ends one. Has pencil, book and coat in three places by ten o’clock.',
      'Misses the second half of most instructions. Better in the front row, and in the morning.',
    ],
  },
  {
    question: 'physical',
    area: 'physical',
    seen: [
      'Holds the page close and turns the head to look. Tires of copying after five minutes.',
      'Covers the ears in the hall. Will not eat there.',
    ],
  },
]
export const tried = [
  'Seat at the front and a word mat: a little better.',
  'Checked each step with me for two weeks. It helped while I was there.',
  'A quiet start in the morning since half-term. Fewer tears.',
] as const
export const strengths = [
  'Kind to younger children. Knows everything about volcanoes.',
  'Draws what others write. Keeps at a model for an hour.',
  'Funny, and a good friend to one other child.',
] as const
export const parents = [
  'Mum says that evenings with homework are long.',
  'Dad says that it was the same for him at school.',
] as const
export const screening = [
  'Hearing was checked in September and is fine. Reading screen: below what is usual for the age.',
  'Watched in two lessons and at lunch. The hard part is beginning, not the work itself.',
] as const
export const found = [
  'Teachers see the same in three subjects: following spoken instructions is hard, written ones are managed.',
  'Hard mornings, easier afternoons. Work is at the level of the class.',
] as const
export const reasons = [
  'What was tried in class for a term changed little, and it shows in more than one subject.',
  'It is new since September and getting less. We watch for a term.',
] as const
/** As a teacher writes it who does not find the child in the list. */
export const namedByHand = ['The new boy in Elm, Jacob', 'Sofia in Beech (came in October)'] as const
/** What the SENCO tells whoever raised it. */
export const replies = {
  universal:
    'Thank you. Your year group tries shorter instructions, one at a time, and a word mat. I look at it with you at the end of term.',
  aside:
    'Thank you. For now this is met by what every teacher does in class. Tell me if it goes on after half-term.',
} as const
