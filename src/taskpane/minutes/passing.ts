import { t } from '../../words/t.ts'
import { cleanCopy, type CleanCopy } from '../../documents/cleanCopy.ts'
import { cleanName, minutesName } from '../../documents/minutesName.ts'
import { paragraphsOf, type TextParagraph } from '../../documents/paragraphs.ts'
import { type Refusal, reviewsIn } from '../../documents/readBack.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewMinutes } from '../../documents/reviewMinutes.ts'
import { docxType } from '../../documents/word/names.ts'
import { readOpenText } from '../../host/word.ts'
import { openFile } from '../../host/openFile.ts'
import { readOpenMinutes } from '../../host/wordUpdate.ts'
import { docxFor } from '../../ui/design.ts'
import { adultsOf, daysOf, type Looked, type Passed, type Passing } from '../../ui/disclosure/passOn.ts'
import type { Services } from '../../ui/services.tsx'

/** How a document leaves the pane; the last two are the clean copy. */
export type Way = 'download' | 'save' | 'send' | 'downloadClean' | 'saveClean'

/** A copy to send, and whether it is of the open document or, where that holds no minutes, of the record's. */
export type ToSend = Omit<CleanCopy, 'bytes'> & { readonly of: 'document' | 'record' }

type Copied = CleanCopy & { readonly of: ToSend['of']; readonly paragraphs: readonly TextParagraph[] }

const copyOf = async (file: ReviewFile, services: Services): Promise<Copied | { refused: Refusal }> => {
  const open = await readOpenMinutes()
  const held = reviewsIn(open)
  const other = [...held].find((key) => key !== file.review.key)
  if (other)
    return { refused: { why: held.has(file.review.key) ? 'twoReviews' : 'otherReview', review: other } }
  if (held.size > 0)
    return {
      ...cleanCopy(await openFile(t`Making a copy of this document`)),
      of: 'document',
      paragraphs: await readOpenText(),
    }
  const content = reviewMinutes(file, services.today())
  return { ...cleanCopy(await docxFor(services, content)), of: 'record', paragraphs: paragraphsOf(content) }
}

/** What a person should know of the copy before it goes; refused where the open document is of another review. */
export const copyToSend = async (
  file: ReviewFile,
  services: Services,
): Promise<ToSend | { refused: Refusal }> => {
  const copy = await copyOf(file, services)
  if ('refused' in copy) return copy
  const { gaps, changes, comments, fields, of } = copy
  return { gaps, changes, comments, fields, of }
}

/** What is on its way: the record's minutes as a file, the open document as the person sends it, or a clean copy. */
export const passingOf = async (
  way: Way,
  services: Services,
  gather: () => Promise<ReviewFile>,
): Promise<Passing> => {
  const file = await gather()
  const common = {
    about: [file.pupil.key],
    logged: [file.pupil.key],
    adults: adultsOf(file),
    days: daysOf(file.pupil),
  }
  const name = minutesName(file.pupil, file.review)
  const download = async (called: string, bytes: Uint8Array): Promise<Passed> => {
    services.download(called, bytes, docxType)
    return { words: t`Downloaded as ${called}` }
  }
  const save = async (called: string, bytes: Uint8Array): Promise<Passed> => {
    const saved = await services.files.save('senco', `Reviews/${called}`, bytes, docxType)
    return { words: t`Saved as ${saved.name} in Reviews`, link: { words: t`Open it`, address: saved.webUrl } }
  }
  /** The minutes of the record as it is at that moment: what was looked at is what goes. */
  const minutes = async (go: typeof download): Promise<Looked> => {
    const content = reviewMinutes(await gather(), services.today())
    return { paragraphs: paragraphsOf(content), go: async () => go(name, await docxFor(services, content)) }
  }
  const clean = async (go: typeof download): Promise<Looked> => {
    const copy = await copyOf(await gather(), services)
    if ('refused' in copy) throw new Error('Another review came into the document meanwhile')
    return { paragraphs: copy.paragraphs, go: () => go(cleanName(name), copy.bytes) }
  }
  switch (way) {
    case 'send':
      return {
        ...common,
        what: t`The open Word document`,
        title: t`Send this document, as it is now`,
        did: 'sent',
        verb: t`Log it as sent`,
        look: async () => ({
          paragraphs: await readOpenText(),
          go: async () => ({
            words: t`Logged as sent. Now send it with Word’s Share, by email or on paper.`,
          }),
        }),
      }
    case 'download':
      return {
        ...common,
        what: t`Review minutes`,
        title: t`Download the minutes`,
        did: 'downloaded',
        verb: t`Download`,
        look: () => minutes(download),
      }
    case 'save':
      return {
        ...common,
        what: t`Review minutes`,
        title: t`Save the minutes to the library`,
        did: 'saved',
        verb: t`Save`,
        look: () => minutes(save),
      }
    case 'downloadClean':
      return {
        ...common,
        what: t`Clean copy of review minutes`,
        title: t`Download the clean copy`,
        did: 'downloaded',
        verb: t`Download`,
        look: () => clean(download),
      }
    case 'saveClean':
      return {
        ...common,
        what: t`Clean copy of review minutes`,
        title: t`Save the clean copy to the library`,
        did: 'saved',
        verb: t`Save`,
        look: () => clean(save),
      }
  }
}
