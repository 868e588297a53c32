import type { Pupil } from '../records/pupil.ts'
import type { Question, questionPages } from '../records/question.ts'
import type { Day } from './day.ts'
import { ageOn } from './schoolYear.ts'

export type QuestionPage = keyof typeof questionPages
export type Asked = Pick<Question, 'text' | 'symbol' | 'answer'>

const asked = (text: string, symbol: Question['symbol'], answer: Question['answer'] = 'lines'): Asked => ({
  text,
  symbol,
  answer,
})

/**
 * What is asked where a school has no questions of its own for a page. After the SEND Code of Practice 2015, 9.168 and
 * 9.69: views, wishes, feelings, hopes; what helps; what should change.
 */
export const usualQuestions: Readonly<Record<QuestionPage, readonly Asked[]>> = {
  pictures: [
    asked('I feel this at school', 'school', 'faces'),
    asked('I like', 'like', 'box'),
    asked('I don’t like', 'hard', 'box'),
    asked('I play with', 'friends', 'box'),
    asked('Learning is', 'learn', 'faces'),
    asked('Who helps me', 'help', 'box'),
    asked('When I am big', 'future', 'box'),
  ],
  child: [
    asked('What is going well at school?', 'happy'),
    asked('What are you good at?', 'star'),
    asked('What is hard?', 'hard'),
    asked('Who and what helps you?', 'help'),
    asked('Tell us about your friends and break times.', 'friends'),
    asked('What would you change?', 'change'),
    asked('What do you hope for when you are older?', 'future'),
    asked('How do you feel about coming to school?', 'school', 'faces'),
  ],
  youngPerson: [
    asked('What is going well for you?', null),
    asked('What is difficult at the moment?', null),
    asked('Which support helps, and which doesn’t?', null),
    asked('What should change in your plan?', null),
    asked('What do you want to do after school: work, study, where to live, friends, health?', null),
    asked(
      'How do you want to take part in the meeting, and who should speak for you if you want that?',
      null,
    ),
  ],
  parent: [
    asked('What is going well, at school and at home?', null),
    asked('What worries you?', null),
    asked('Which support works, and what is missing?', null),
    asked('What should change in the plan?', null),
    asked('What do you hope for your child, next year and later?', null),
    asked('What do you want to ask at the meeting?', null),
    asked('Do you need an interpreter, another time, or something else to take part?', null),
  ],
}

/** The questions of a page in the school’s order; the usual ones where it has none. */
export const questionsOf = (
  page: QuestionPage,
  own: readonly (Question & { readonly key: string })[],
): readonly Asked[] => {
  const mine = own
    .filter((question) => question.page === page)
    .toSorted((a, b) => (a.order ?? 1_001) - (b.order ?? 1_001) || (a.key < b.key ? -1 : 1))
  return mine.length > 0 ? mine : usualQuestions[page]
}

/** Which page fits a child, by age; one who uses aids to communicate begins with pictures. A person may choose another. */
export const pageFor = (pupil: Pick<Pupil, 'dateOfBirth' | 'communication'>, today: Day): QuestionPage => {
  const age = ageOn(pupil.dateOfBirth, today)
  return age < 7 || pupil.communication ? 'pictures' : age < 11 ? 'child' : 'youngPerson'
}

/** What stands on a page of questions around them; `name`: what the pupil is called. */
export const sheetWords = (page: QuestionPage, name: string) =>
  page === 'parent'
    ? {
        title: `What you think about ${name}’s support`,
        name: 'Your name:',
        foot: 'Anyone who helped, in which language, and the date:',
      }
    : { title: 'What I think', name: `My name: ${name}`, foot: 'Who helped me, and the date:' }
