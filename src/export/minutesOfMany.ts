import { Problem, type Trouble, troubleOf } from '../domain/problem.ts'
import type { DocumentContent } from '../documents/blocks.ts'
import type { Design } from '../documents/design/design.ts'
import { docxOf } from '../documents/docx.ts'
import { minutesName } from '../documents/minutesName.ts'
import { paragraphsOf, type TextParagraph } from '../documents/paragraphs.ts'
import type { ReviewFile } from '../documents/reviewFile.ts'
import { breathe } from '../domain/breathe.ts'

/** One review's minutes, made. */
export type MadeMinutes<F> = {
  readonly review: string
  readonly pupil: string
  /** The file's name: initials, day and the end of the key, unlike that of any other review. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly paragraphs: readonly TextParagraph[]
  /** What was found in it that has to be looked at before it goes. */
  readonly findings: readonly F[]
}
export type MinutesOfMany<F> = {
  readonly made: readonly MadeMinutes<F>[]
  /** In the order asked for; the others were made all the same. */
  readonly refused: readonly { readonly review: string; readonly trouble: Trouble }[]
  /** The person stopped it: what was made by then is whole. */
  readonly stopped: boolean
}

/**
 * The minutes of many reviews, one after another, in the order asked for. Between two of them the page draws and hears
 * clicks; `progress` is told after each, and `signal` ends it after the one in hand. What one review can't give stops
 * no other. `look` searches a document for what should not go in it.
 */
export const minutesOfMany = async <F>(
  reviews: readonly { readonly review: string; readonly file: () => ReviewFile }[],
  work: {
    readonly content: (file: ReviewFile) => DocumentContent
    readonly look: (file: ReviewFile, paragraphs: readonly TextParagraph[]) => readonly F[]
    readonly progress?: (done: number) => void
    readonly signal?: AbortSignal
    /** The school's own look; ours where it has none. */
    readonly design?: Design | undefined
  },
): Promise<MinutesOfMany<F>> => {
  const made: MadeMinutes<F>[] = []
  const refused: { review: string; trouble: Trouble }[] = []
  for (const [at, { review, file }] of reviews.entries()) {
    if (work.signal?.aborted) break
    try {
      const whole = file()
      const content = work.content(whole)
      const paragraphs = paragraphsOf(content)
      made.push({
        review,
        pupil: whole.pupil.key,
        name: minutesName(whole.pupil, whole.review),
        bytes: docxOf(content, work.design),
        paragraphs,
        findings: work.look(whole, paragraphs),
      })
    } catch (thrown) {
      // A mistake of ours is not hidden among what a row can't give.
      if (!(thrown instanceof Problem)) throw thrown
      refused.push({ review, trouble: troubleOf(thrown) })
    }
    work.progress?.(at + 1)
    await breathe()
  }
  return { made, refused, stopped: made.length + refused.length < reviews.length }
}
