import { useQueryClient } from '@tanstack/react-query'
import { docxOf } from '../../documents/docx.ts'
import { minutesName } from '../../documents/minutesName.ts'
import { type ReadBack, readBack } from '../../documents/readBack.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewMinutes } from '../../documents/reviewMinutes.ts'
import { docxType } from '../../documents/word/names.ts'
import { insertDocument, readOpenDocument } from '../../host/word.ts'
import { gatherReview } from '../../ui/gatherReview.ts'
import { useServices } from '../../ui/services.tsx'
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
  | { readonly is: 'asking'; readonly document: ReadDocument; readonly file: ReviewFile }
  | { readonly is: 'read'; readonly result: ReadBack; readonly at: Date }
export type Work = PaneWork | Shown

/** What the pane does with one review: one thing at a time, each said while it runs and when it is done. */
export const useMinutes = (reviewKey: string) => {
  const services = useServices()
  const client = useQueryClient()
  const { work, run, dismiss } = usePaneWork<Shown>()

  const gather = () =>
    gatherReview(services.records, reviewKey, {
      schoolName: services.school.name,
      today: services.today(),
    })
  const bytesOf = (file: ReviewFile) => docxOf(reviewMinutes(file, services.today()))

  const putIn = async (file: ReviewFile, where: 'replace' | 'end'): Promise<Work> => {
    const { whole } = await insertDocument(bytesOf(file), where)
    await client.invalidateQueries({ queryKey: openDocumentQuery.queryKey })
    return {
      is: 'done',
      words: whole
        ? 'Minutes inserted. Write in the document; Read back brings it into the record.'
        : 'Minutes inserted. This version of Word leaves out the footer; Download has it.',
    }
  }
  return {
    work,
    dismiss,
    insert: () =>
      run('Making the minutes', async () => {
        const [file, document] = await Promise.all([gather(), readOpenDocument()])
        return document.hasText ? { is: 'asking', document, file } : putIn(file, 'replace')
      }),
    insertInto: (file: ReviewFile, where: 'replace' | 'end') =>
      run('Inserting the minutes', () => putIn(file, where)),
    readBack: () =>
      run('Reading the document', async () => {
        const [file, document] = await Promise.all([gather(), readOpenDocument()])
        client.setQueryData(openDocumentQuery.queryKey, document)
        return { is: 'read', result: readBack(file, document, services.today()), at: services.now() }
      }),
    download: () =>
      run('Making the file', async () => {
        const file = await gather()
        const name = minutesName(file.pupil, file.review)
        services.download(name, bytesOf(file), docxType)
        return { is: 'done', words: `Downloaded as ${name}` }
      }),
    save: () =>
      run('Saving to SharePoint', async () => {
        const file = await gather()
        const path = `Reviews/${minutesName(file.pupil, file.review)}`
        const saved = await services.files.save('senco', path, bytesOf(file), docxType)
        return {
          is: 'done',
          words: `Saved as ${saved.name} in Reviews`,
          link: { words: 'Open it', address: saved.webUrl },
        }
      }),
  }
}
