import { t } from '../../../words/t.ts'
import { type Batch, letterName, mergedLetters, singleLetters } from '../../../documents/letters/letters.ts'
import { letterKinds } from '../../../documents/letters/letter.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { docxType } from '../../../documents/word/names.ts'
import { adultsOf, daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { docxFor } from '../../../ui/design.ts'
import type { Services } from '../../../ui/services.tsx'

export type Way = 'download' | 'save'
/** One file with a letter a page, or a file for each person. */
export type Shape = 'together' | 'each'

export const countOf = (count: number): string => (count === 1 ? t`1 letter` : t`${count} letters`)

/** The files of these letters, named. */
export const filesOf = (batch: Batch, shape: Shape) =>
  shape === 'together' || batch.letters.length === 1
    ? [{ name: letterName(batch, null), content: mergedLetters(batch) }]
    : singleLetters(batch).map(({ content }, at) => ({ name: letterName(batch, at), content }))

/** Letters on their way: asked for whom, looked through for other children, let go and logged like any document. */
export const lettersPassing = (
  batch: Batch,
  shape: Shape,
  way: Way,
  services: Services,
  more: { readonly adults?: readonly string[]; readonly onGone?: (fileName: string) => void } = {},
): Passing => {
  const { file, letters, kind } = batch
  const count = countOf(letters.length)
  return {
    title: way === 'download' ? t`Download ${count}` : t`Save ${count} to the library`,
    did: way === 'download' ? 'downloaded' : 'saved',
    what: t`Letter: ${letterKinds[kind]}`,
    about: [file.pupil.key],
    logged: [file.pupil.key],
    adults: [...adultsOf(file), ...letters.map(({ to }) => to.name), ...(more.adults ?? [])],
    days: daysOf(file.pupil),
    verb: way === 'download' ? t`Download` : t`Save`,
    look: async () => {
      const files = filesOf(batch, shape)
      return {
        paragraphs: files.flatMap(({ content }) => paragraphsOf(content)),
        go: async () => {
          if (way === 'download') {
            for (const { name, content } of files)
              services.download(name, await docxFor(services, content), docxType)
            more.onGone?.(files[0]!.name)
            return {
              words: t`Downloaded ${files.length === 1 ? count : t`${files.length} files`}. They hold the pupil’s data: keep them where only the right people see them.`,
            }
          }
          let last = { name: '', webUrl: '' }
          for (const { name, content } of files)
            last = await services.files.save(
              'senco',
              `Letters/${name}`,
              await docxFor(services, content),
              docxType,
            )
          more.onGone?.(files[0]!.name)
          return {
            words:
              files.length === 1
                ? t`Saved as ${last.name} in Letters.`
                : t`Saved as ${files.length} files in Letters.`,
            link: {
              words: files.length === 1 ? t`Open it in Word` : t`Open the last in Word`,
              address: last.webUrl,
            },
          }
        },
      }
    },
  }
}
