import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { provenanceOf } from '../../documents/provenance.ts'
import { type ReadBack, readBack, type Refusal } from '../../documents/readBack.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewMinutes } from '../../documents/reviewMinutes.ts'
import { type DocumentRows, rowsIn } from '../../documents/rows/rowsIn.ts'
import { ownAfter, planBack } from '../../documents/update.ts'
import { identityXml } from '../../documents/word/parts.ts'
import { insertDocument, mustTakeText, type OpenDocument, type Where } from '../../host/word.ts'
import { ownPartIds, settleOwnPart, writeOwnPart } from '../../host/wordParts.ts'
import { readOpenMinutes, writeFields } from '../../host/wordUpdate.ts'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { logBookOf } from '../../ui/disclosure/useLog.ts'
import { docxFor, lookOf } from '../../ui/design.ts'
import { gatherReview } from '../../ui/gatherReview.ts'
import { useServices } from '../../ui/services.tsx'
import { troubleOf } from '../../domain/problem.ts'
import { insertedWords } from '../host/insertedWords.ts'
import { type PaneWork, usePaneWork } from '../paneWork.ts'
import { openDocumentQuery } from './openDocument.ts'
import { type Brought, updateDocument } from './updateDocument.ts'
import { copyToSend, passingOf, type ToSend, type Way } from './passing.ts'

export type Updated = Brought & { readonly file: ReviewFile }

/** What the minutes add to what a half of the pane shows of its work. */
export type Shown =
  /** The document has text already: the person says what becomes of it. */
  | { readonly is: 'asking'; readonly document: OpenDocument; readonly file: ReviewFile }
  | {
      readonly is: 'read'
      readonly result: ReadBack
      readonly rows: DocumentRows
      readonly file: ReviewFile
      readonly document: OpenDocument
      readonly at: Date
    }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | ({ readonly is: 'updated' } & Updated)
  /** A copy to send was made: what a person should know of it first. */
  | { readonly is: 'copied'; readonly copy: ToSend }
  | { readonly is: 'passing'; readonly passing: Passing; readonly way: Way }
export type Work = PaneWork | Shown

const notNoted = t`This Word keeps no note of what was inserted, so Read back can’t tell which side changed a field.`

/** What the pane does with one review: one thing at a time, each said while it runs and when it is done. */
export const useMinutes = (reviewKey: string) => {
  const services = useServices()
  const client = useQueryClient()
  const { work, show, run, dismiss } = usePaneWork<Shown>()
  // Read beforehand: the first Insert needn't wait for it. What fails now is told by Insert itself.
  useEffect(() => void lookOf(services).catch(() => undefined), [services])

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
    const before = await ownPartIds()
    const inserted = await insertDocument(await docxFor(services, content), where, {
      before: document,
      bodyAlone,
    })
    const provenance = provenanceOf(content)
    const noted = await settleOwnPart(
      identityXml(content.identity, provenance),
      before,
      where === 'replace' ? before : [],
    )
    const own = noted ? { identity: content.identity, provenance } : {}
    client.setQueryData(openDocumentQuery.queryKey, { ...inserted.document, ...own })
    const log = logBookOf(services)
    const purpose = log.purposeFor(file.pupil.key)
    if (purpose) log.did({ pupil: file.pupil.key, did: 'inserted', what: t`Review minutes`, purpose })
    const { words, warns } = insertedWords(inserted, content)
    return { is: 'done', words: noted ? words : `${words} ${notNoted}`, warns }
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
    run(t`Inserting the minutes`, () => putOrSay(...given))
  const insert = () =>
    run(t`Making the minutes`, async () => {
      const [file, document] = await Promise.all([gather(), readOpenMinutes()])
      client.setQueryData(openDocumentQuery.queryKey, document)
      mustTakeText(document)
      return document.hasText ? { is: 'asking', document, file } : putOrSay(file, 'replace', document)
    })

  /** Writes into the file what its fields say from now on. */
  const note = async (
    file: ReviewFile,
    document: Pick<ReadDocument, 'identity' | 'provenance'>,
    texts: ReadonlyMap<string, string | null>,
  ) => {
    const { identity, provenance } = ownAfter(file, document, texts, services.today())
    await writeOwnPart(identityXml(identity, provenance), await ownPartIds())
    await client.invalidateQueries({ queryKey: openDocumentQuery.queryKey })
  }

  const update = async (): Promise<Work> => {
    const file = await gather()
    const brought = await updateDocument(file, services.today())
    if ('refused' in brought) return { is: 'refused', refusal: brought.refused }
    await note(file, brought.document, brought.texts)
    return { is: 'updated', file, ...brought }
  }

  const putBack = async ({ file, done }: Updated): Promise<Work> => {
    const back = await writeFields((document) => planBack(done, document))
    await note(file, back.document, new Map(back.done.map(({ tag, to }) => [tag, to])))
    const count = back.done.length
    return {
      is: 'done',
      words:
        t`${count} ${count === 1 ? t`field says` : t`fields say`} again what ${count === 1 ? 'it' : 'they'} said before Update.` +
        (count < done.length ? t` The others were changed since and stay as they are.` : ''),
    }
  }

  const passing = async (way: Way): Promise<Work> => ({
    is: 'passing',
    passing: await passingOf(way, services, gather),
    way,
  })
  return {
    work,
    show,
    dismiss,
    insert,
    insertInto,
    update: () => run(t`Updating the document`, update),
    putBack: (updated: Updated) => run(t`Putting back what the document said`, () => putBack(updated)),
    readBack: () =>
      run(t`Reading the document`, async () => {
        const [file, document] = await Promise.all([gather(), readOpenMinutes()])
        client.setQueryData(openDocumentQuery.queryKey, document)
        const rows = rowsIn(file, document, services.today())
        const result = readBack(file, rows.document, services.today())
        return { is: 'read', result, rows, file, document, at: services.now() }
      }),
    cleanCopy: () =>
      run(t`Making a clean copy`, async () => {
        const copy = await copyToSend(await gather(), services)
        return 'refused' in copy ? { is: 'refused', refusal: copy.refused } : { is: 'copied', copy }
      }),
    passOn: (way: Way) => run(t`Reading the record`, () => passing(way)),
  }
}
