import { t } from '../../words/t.ts'
import type { Translation } from '../../words/translation.ts'
import type { DocumentContent } from '../../documents/blocks.ts'
import { inLanguage, type Say } from '../../documents/inLanguage.ts'
import { lower } from '../../documents/minutes/parts.ts'
import { paragraphsOf } from '../../documents/paragraphs.ts'
import { docxType } from '../../documents/word/names.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Day } from '../../domain/rules/day.ts'
import { type DesignSource, docxFor } from '../design.ts'
import { daysOf, type Passing } from '../disclosure/passOn.ts'
import type { Services } from '../services.tsx'

/** How a paper leaves. */
const paperWays = {
  download: { verb: 'Download', did: 'downloaded' },
  save: { verb: 'Save', did: 'saved' },
  print: { verb: 'Print', did: 'printed' },
} as const
export type PaperWay = keyof typeof paperWays

/** A paper about one pupil that can be given out: how it is made, and who and which days stand in it on purpose. */
export type Paper = {
  /** `Support plan`: what the log calls it. */
  readonly what: string
  readonly name: string
  readonly pupil: Stored<Pupil>
  readonly adults: readonly (string | null)[]
  readonly days: readonly (Day | null)[]
  /** `say`: makes the fixed words in the language that was chosen. */
  content(say: Say): Promise<DocumentContent>
}

/** A paper on its way: asked for whom, looked through for other children, let go and logged like any document. */
export const paperPassing = (
  { what, name: plainName, pupil, adults, days, content: made }: Paper,
  way: PaperWay,
  services: Pick<Services, 'download' | 'files'> & DesignSource,
  print: (content: DocumentContent) => void,
  translation: Translation | null = null,
): Passing => {
  const { verb, did } = paperWays[way]
  const name = translation ? plainName.replace(/(?=\.docx$)/, ` ${translation.tag}`) : plainName
  return {
    title: t`${verb} the ${lower(what)}${way === 'save' ? t` to the library` : ''}`,
    did,
    what,
    about: [pupil.key],
    logged: [pupil.key],
    adults: adults.filter((one) => one !== null),
    days: [...daysOf(pupil), ...days],
    verb,
    look: async () => {
      const content = await made(inLanguage(translation))
      return {
        paragraphs: paragraphsOf(content),
        go: async () => {
          if (way === 'print') {
            print(content)
            return { words: t`Given to the printer.` }
          }
          if (way === 'download') {
            services.download(name, await docxFor(services, content), docxType)
            return {
              words: t`Downloaded. The file holds the pupil’s data: keep it where only the right people see it.`,
            }
          }
          const saved = await services.files.save(
            'senco',
            `Documents/${name}`,
            await docxFor(services, content),
            docxType,
          )
          return {
            words: t`Saved as ${saved.name} in Documents.`,
            link: { words: t`Open it in Word`, address: saved.webUrl },
          }
        },
      }
    },
  }
}
