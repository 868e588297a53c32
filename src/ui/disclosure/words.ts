import { t } from '../../words/t.ts'
import type { Trouble } from '../../domain/problem.ts'
import { Disclosure } from '../../domain/records/disclosure.ts'
import { whyNotSaved } from '../words.ts'

const { list } = Disclosure

/** Why nothing is logged here and who can change that. */
export const shutWords = (trouble: Trouble): string =>
  trouble.code === 'notSetUp'
    ? t`Opening isn’t logged here: the list “${list}” isn’t there yet. IT can make it under School.`
    : trouble.code === 'noAccess'
      ? t`Opening isn’t logged here: you may not add to the list “${list}”. Ask IT to give everybody who reads this site the right to add to it.`
      : t`Opening isn’t logged here: SharePoint doesn’t take rows into the list “${list}”. Ask IT to look at it.`

export const waitingWords = (trouble: Trouble): string =>
  t`Not logged yet: ${whyNotSaved(trouble)}. We try again.`
