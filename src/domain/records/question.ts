import { choice, longText, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** For whom a page of questions is. */
export const questionPages = {
  pictures: 'A young child, or one who reads pictures',
  child: 'A child of 7 to 11',
  youngPerson: 'A young person of 11 or more',
  parent: 'Parents and carers',
} as const

/** Pictures that stand beside a question: simple lines, black on white. */
export const questionSymbols = {
  happy: 'A happy face',
  sad: 'A sad face',
  like: 'Thumb up',
  hard: 'Thumb down',
  friends: 'Friends',
  home: 'Home',
  school: 'School',
  learn: 'A book',
  play: 'A ball',
  talk: 'Talking',
  help: 'A hand up',
  loud: 'A loud noise',
  change: 'A change',
  star: 'A star',
  future: 'A rocket',
} as const

/** A question on the pages that children and parents answer, in the school’s own words. */
export const Question = defineRecord({
  name: 'Question',
  short: 'qu',
  list: 'Questions',
  label: 'Question',
  about: 'A question on the pages on which children and parents say what they think. Names no pupil.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    page: choice('Page', questionPages, { required: true, indexed: true }),
    text: longText('Question', { required: true, help: 'Plain words, one thing at a time' }),
    symbol: choice('Picture', questionSymbols),
    answer: choice(
      'How it is answered',
      { lines: 'Lines to write on', faces: 'Three faces to choose from', box: 'A box to draw in' },
      { required: true },
    ),
    order: wholeNumber('Place on the page', { max: 1_000 }),
  },
  titleOf: (q) => q.text.slice(0, 80),
})
export type Question = RecordOf<typeof Question>
