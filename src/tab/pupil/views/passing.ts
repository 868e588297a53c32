import { t } from '../../../words/t.ts'
import { paragraphsOf } from '../../../documents/paragraphs.ts'
import { type QuestionsPage, questionsName, questionsPage } from '../../../documents/questionsPage.ts'
import { daysOf, type Passed, type Passing } from '../../../ui/disclosure/passOn.ts'
import { type DesignSource, docxFor } from '../../../ui/design.ts'
import type { Services } from '../../../ui/services.tsx'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What is given out of a page of questions: paper, or a document that can be changed in Word. */
export type Leaving = 'printed' | 'downloaded'

const saying: Record<Leaving, { readonly title: string; readonly verb: string }> = {
  printed: { title: t`Print the page of questions`, verb: t`Print` },
  downloaded: { title: t`Download the page of questions for Word`, verb: t`Download` },
}

/** A page of questions on its way out: asked for whom, looked through, logged. */
export const questionsPassing = (
  did: Leaving,
  page: QuestionsPage,
  services: Pick<Services, 'download'> & DesignSource,
  print: () => void,
): Passing => ({
  ...saying[did],
  did,
  what: t`Questions`,
  about: [page.pupil.key],
  logged: [page.pupil.key],
  adults: [],
  days: daysOf(page.pupil),
  look: async () => {
    const content = questionsPage(page)
    return {
      paragraphs: paragraphsOf(content),
      go: async (): Promise<Passed> => {
        if (did === 'printed') {
          print()
          return { words: t`Given to the printer.` }
        }
        services.download(questionsName(page), await docxFor(services, content), docx)
        return { words: t`Downloaded. In Word it can be changed before it is printed.` }
      },
    }
  },
})
