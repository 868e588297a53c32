import { t } from '../../../words/t.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { wordsOf } from '../../../ui/words.ts'
import type { Stop } from './grounds.ts'

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

/** Why nothing was deleted, or not everything, and what to do. */
export const stopWords = (stop: Stop): string => {
  switch (stop.is) {
    case 'held':
      return t`${stop.keeping.says}, since ${showDay(stop.keeping.since)}. It can’t be disposed of. What may have gone before lies in the site’s recycle bin.`
    case 'notDue':
      return t`The rules don’t allow it yet, or no longer. Nothing was deleted.`
    case 'changed':
      return t`Somebody has just changed or added something of this pupil’s (${stop.lists.join(', ')}). We stopped there. Look again before you go on.`
    case 'spoilt':
      return t`A row that matters can’t be read (${stop.lists.join(', ')}). Mend it in SharePoint, then look again.`
    case 'trouble': {
      const { title, todo } = wordsOf(stop.trouble)
      return t`Stopped: ${title}. ${sentence(todo)} What is left stays in the list as begun, and can be gone on with.`
    }
  }
}
