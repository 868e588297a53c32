import { t } from '../../words/t.ts'
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
    asked(t`I feel this at school`, 'school', 'faces'),
    asked(t`I like`, 'like', 'box'),
    asked(t`I don’t like`, 'hard', 'box'),
    asked(t`I play with`, 'friends', 'box'),
    asked(t`Learning is`, 'learn', 'faces'),
    asked(t`Who helps me`, 'help', 'box'),
    asked(t`When I am big`, 'future', 'box'),
  ],
  child: [
    asked(t`What is going well at school?`, 'happy'),
    asked(t`What are you good at?`, 'star'),
    asked(t`What is hard?`, 'hard'),
    asked(t`Who and what helps you?`, 'help'),
    asked(t`Tell us about your friends and break times.`, 'friends'),
    asked(t`What would you change?`, 'change'),
    asked(t`What do you hope for when you are older?`, 'future'),
    asked(t`How do you feel about coming to school?`, 'school', 'faces'),
  ],
  youngPerson: [
    asked(t`What is going well for you?`, null),
    asked(t`What is difficult at the moment?`, null),
    asked(t`Which support helps, and which doesn’t?`, null),
    asked(t`What should change in your plan?`, null),
    asked(t`What do you want to do after school: work, study, where to live, friends, health?`, null),
    asked(
      t`How do you want to take part in the meeting, and who should speak for you if you want that?`,
      null,
    ),
  ],
  parent: [
    asked(t`What is going well, at school and at home?`, null),
    asked(t`What worries you?`, null),
    asked(t`Which support works, and what is missing?`, null),
    asked(t`What should change in the plan?`, null),
    asked(t`What do you hope for your child, next year and later?`, null),
    asked(t`What do you want to ask at the meeting?`, null),
    asked(t`Do you need an interpreter, another time, or something else to take part?`, null),
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
        title: t`What you think about ${name}’s support`,
        name: t`Your name:`,
        foot: t`Anyone who helped, in which language, and the date:`,
      }
    : { title: t`What I think`, name: t`My name: ${name}`, foot: t`Who helped me, and the date:` }
