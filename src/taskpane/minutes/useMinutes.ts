import { useQueryClient } from '@tanstack/react-query'
import { docxOf } from '../../documents/docx.ts'
import { minutesName } from '../../documents/minutesName.ts'
import { paragraphsOf } from '../../documents/paragraphs.ts'
import { type ReadBack, readBack } from '../../documents/readBack.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewMinutes } from '../../documents/reviewMinutes.ts'
import { docxType } from '../../documents/word/names.ts'
import { insertDocument, type OpenDocument, readOpenDocument, readOpenText } from '../../host/word.ts'
import { adultsOf, daysOf, type Looked, type Passed, type Passing } from '../../ui/disclosure/passOn.ts'
import { logBookOf } from '../../ui/disclosure/useLog.ts'
import { gatherReview } from '../../ui/gatherReview.ts'
import { useServices } from '../../ui/services.tsx'
import { troubleOf } from '../../domain/problem.ts'
import { insertedWords } from '../host/insertedWords.ts'
import { type PaneWork, usePaneWork } from '../paneWork.ts'

/** The open document as it was last read; read again after every insertion. */
export const openDocumentQuery = {
  queryKey: ['openDocument'],
  queryFn: readOpenDocument,
  staleTime: Number.POSITIVE_INFINITY,
}

/** What the minutes add to what a half of the pane shows of its work. */
export type Shown =
  /** The document has text already: the person says what becomes of it. */
  | { readonly is: 'asking'; readonly document: OpenDocument; readonly file: ReviewFile }
  | {
      readonly is: 'read'
      readonly result: ReadBack
      readonly file: ReviewFile
      readonly document: OpenDocument
      readonly at: Date
    }
  | { readonly is: 'passing'; readonly passing: Passing; readonly way: Way }
export type Work = PaneWork | Shown
/** In place of all that the document says, or after it. */
type Where = 'replace' | 'end'
/** How a document leaves the pane. */
export type Way = 'download' | 'save' | 'send'

/** What the pane does with one review: one thing at a time, each said while it runs and when it is done. */
export const useMinutes = (reviewKey: string) => {
  const services = useServices()
  const client = useQueryClient()
  const { work, show, run, dismiss } = usePaneWork<Shown>()

  const gather = () =>
    gatherReview(services.records, reviewKey, {
      schoolName: services.school.name,
      today: services.today(),
    })
  const putIn = async (
    file: ReviewFile,
    where: Where,
    document: OpenDocument,
    bodyAlone = false,
  ): Promise<Work> => {
    const content = reviewMinutes(file, services.today())
    const inserted = await insertDocument(docxOf(content), where, { before: document, bodyAlone })
    client.setQueryData(openDocumentQuery.queryKey, inserted.document)
    const log = logBookOf(services)
    const purpose = log.purposeFor(file.pupil.key)
    if (purpose) log.did({ pupil: file.pupil.key, did: 'inserted', what: 'Review minutes', purpose })
    return { is: 'done', ...insertedWords(inserted, content) }
  }
  /** Trying again looks at the document first: a part of the minutes may stand in it by now. */
  const putOrSay = async (...given: Parameters<typeof putIn>): Promise<Work> => {
    try {
      return await putIn(...given)
    } catch (thrown) {
      const [file, where, document, bodyAlone] = given
      return {
        is: 'failed',
        trouble: troubleOf(thrown),
        again: () => void insert(),
        ...(bodyAlone ? {} : { otherwise: () => void insertInto(file, where, document, true) }),
      }
    }
  }
  const insertInto = (...given: Parameters<typeof putIn>) =>
    run('Inserting the minutes', () => putOrSay(...given))
  const insert = () =>
    run('Making the minutes', async () => {
      const [file, document] = await Promise.all([gather(), readOpenDocument()])
      client.setQueryData(openDocumentQuery.queryKey, document)
      return document.hasText ? { is: 'asking', document, file } : putOrSay(file, 'replace', document)
    })
  /** What is on its way: the record's minutes as a file, or the open document as the person sends it. */
  const passing = async (way: Way): Promise<Passing> => {
    const file = await gather()
    const common = {
      about: [file.pupil.key],
      logged: [file.pupil.key],
      adults: adultsOf(file),
      days: daysOf(file.pupil),
    }
    const name = minutesName(file.pupil, file.review)
    /** The minutes of the record as it is at that moment: what was looked at is what goes. */
    const looked = async (go: (bytes: Uint8Array) => Promise<Passed>): Promise<Looked> => {
      const content = reviewMinutes(await gather(), services.today())
      return { paragraphs: paragraphsOf(content), go: () => go(docxOf(content)) }
    }
    switch (way) {
      case 'send':
        return {
          ...common,
          what: 'The open Word document',
          title: 'Send this document, as it is now',
          did: 'sent',
          verb: 'Log it as sent',
          look: async () => ({
            paragraphs: await readOpenText(),
            go: async () => ({
              words: 'Logged as sent. Now send it with Word’s Share, by email or on paper.',
            }),
          }),
        }
      case 'download':
        return {
          ...common,
          what: 'Review minutes',
          title: 'Download the minutes',
          did: 'downloaded',
          verb: 'Download',
          look: () =>
            looked(async (bytes) => {
              services.download(name, bytes, docxType)
              return { words: `Downloaded as ${name}` }
            }),
        }
      case 'save':
        return {
          ...common,
          what: 'Review minutes',
          title: 'Save the minutes to the library',
          did: 'saved',
          verb: 'Save',
          look: () =>
            looked(async (bytes) => {
              const saved = await services.files.save('senco', `Reviews/${name}`, bytes, docxType)
              return {
                words: `Saved as ${saved.name} in Reviews`,
                link: { words: 'Open it', address: saved.webUrl },
              }
            }),
        }
    }
  }
  return {
    work,
    show,
    dismiss,
    insert,
    insertInto,
    readBack: () =>
      run('Reading the document', async () => {
        const [file, document] = await Promise.all([gather(), readOpenDocument()])
        client.setQueryData(openDocumentQuery.queryKey, document)
        const result = readBack(file, document, services.today())
        return { is: 'read', result, file, document, at: services.now() }
      }),
    passOn: (way: Way) =>
      run('Reading the record', async () => ({ is: 'passing', passing: await passing(way), way })),
  }
}
