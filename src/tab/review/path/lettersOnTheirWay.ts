import { t } from '../../../words/t.ts'
import type { Translation } from '../../../words/translation.ts'
import { isFamily } from '../../../documents/letters/parts.ts'
import { type Batch, letterName, type LetterTo, mergedLetters } from '../../../documents/letters/letters.ts'
import { inLanguage } from '../../../documents/inLanguage.ts'
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

const filesIn = (batch: Batch, shape: Shape) =>
  shape === 'together' || batch.letters.length === 1
    ? [{ name: letterName(batch, null), make: () => mergedLetters(batch) }]
    : batch.letters.map((letter, at) => ({
        name: letterName(batch, at),
        make: () => mergedLetters({ ...batch, letters: [letter] }),
      }))

/** The files of these letters, named: families' in their language, apart from those to professionals. */
export const filesOf = (batch: Batch, shape: Shape, translation: Translation | null = null) => {
  if (!translation) return filesIn(batch, shape).map(({ name, make }) => ({ name, content: make() }))
  const those = (holds: (one: LetterTo) => boolean): Batch => ({
    ...batch,
    letters: batch.letters.filter(holds),
  })
  const family = those(isFamily)
  const others = those((one) => !isFamily(one))
  return [
    ...(family.letters.length > 0 ? filesIn(family, shape) : []).map(({ name, make }) => ({
      name: name.replace(/(?=\.docx$)/, ` ${translation.tag}`),
      content: inLanguage(translation)(make),
    })),
    ...(others.letters.length > 0 ? filesIn(others, shape) : []).map(({ name, make }) => ({
      name,
      content: make(),
    })),
  ]
}

/** Letters on their way: asked for whom, looked through for other children, let go and logged like any document. */
export const lettersPassing = (
  batch: Batch,
  shape: Shape,
  way: Way,
  services: Services,
  more: {
    readonly adults?: readonly string[]
    readonly onGone?: (fileName: string) => void
    /** For the letters to families. */
    readonly translation?: Translation | null
  } = {},
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
      const files = filesOf(batch, shape, more.translation)
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
