import { t } from '../../words/t.ts'
import { minutesName } from '../../documents/minutesName.ts'
import { readParagraphs } from '../../documents/readParagraphs.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { docxType } from '../../documents/word/names.ts'
import { adultsOf, daysOf, type Passing } from '../disclosure/passOn.ts'
import type { Services } from '../services.tsx'
import type { FilledFor } from './readFilled.ts'

/** How a filled form leaves. */
export type FilledWay = 'download' | 'save'

/** `AK 2026-03-10 9J2K4F form.docx`: the review's own file name, with the form's word behind it. */
const filledName = (file: ReviewFile) => minutesName(file.pupil, file.review).replace(/\.docx$/, ' form.docx')

/** A filled form on its way out: guarded and logged like every file. */
export const passingFilled = (
  file: ReviewFile,
  filled: FilledFor,
  services: Services,
  way: FilledWay,
): Passing => ({
  title: way === 'download' ? t`Download the authority’s form` : t`Save the authority’s form to the library`,
  did: way === 'download' ? 'downloaded' : 'saved',
  what: t`Authority’s form`,
  about: [file.pupil.key],
  logged: [file.pupil.key],
  adults: adultsOf(file),
  days: daysOf(file.pupil),
  verb: way === 'download' ? t`Download` : t`Save`,
  look: async () => ({
    paragraphs: Object.values(filled.texts).flatMap((text) => readParagraphs(text)),
    go: async () => {
      if (way === 'download') {
        services.download(filledName(file), filled.bytes, docxType)
        return { words: t`Downloaded. Read it through in Word: what stays open is filled in by hand.` }
      }
      const saved = await services.files.save('senco', `Reviews/${filledName(file)}`, filled.bytes, docxType)
      return {
        words: t`Saved as ${saved.name} in Reviews.`,
        link: { words: t`Open it`, address: saved.webUrl },
      }
    },
  }),
})
