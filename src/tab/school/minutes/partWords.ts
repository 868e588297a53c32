import { t } from '../../../words/t.ts'
import { headingFor } from '../../../domain/rules/minutesLayout.ts'

/** What stands where the child's name will be. */
const someone = t`the child`

/** A heading as it is read here: `The child’s views`. */
export const shownHeading = (heading: string): string => {
  const words = headingFor(heading, someone)
  return words.startsWith(someone) ? `The${words.slice('the'.length)}` : words
}

/** What was opened to be written in is written in at once. */
export const focusOn = (input: HTMLInputElement | null): void => input?.focus()
