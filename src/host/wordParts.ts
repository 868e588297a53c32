import { ownPart, readControls, type ReadDocument } from '../documents/readControls.ts'
import { identityNamespace } from '../documents/word/names.ts'
import { answered } from './answered.ts'
import { inOffice } from './office.ts'

type Own = Pick<ReadDocument, 'identity' | 'provenance'>

/** The parts of the open file's own data, by the Common API, which every Word has that runs this pane at all. */
const parts = (): Office.CustomXmlParts | null =>
  Office.context.requirements.isSetSupported('CustomXmlParts', '1.1')
    ? (Office.context.document.customXmlParts ?? null)
    : null

const ours = (all: Office.CustomXmlParts): Promise<Office.CustomXmlPart[]> =>
  answered((done) => all.getByNamespaceAsync(identityNamespace, done))

const nothing: Own = { identity: null, provenance: null }

/**
 * What the open file says of itself: of which record it is, and what its fields said when they were put there.
 * Nothing where Word keeps no such parts, or one can't be read: then its fields' tags say of which record it is.
 */
export const readOwnPart = async (): Promise<Own> => {
  const all = parts()
  if (!all) return nothing
  try {
    return await inOffice('Reading what the file says of itself', async () => {
      const texts = await Promise.all(
        (await ours(all)).map((part) => answered<string>((done) => part.getXmlAsync(done))),
      )
      return ownPart(texts.map(readControls))
    })
  } catch {
    return nothing
  }
}

/** Which parts of ours the open file has, by their ids; none where Word keeps no such parts. */
export const ownPartIds = async (): Promise<readonly string[]> => {
  const all = parts()
  if (!all) return []
  return inOffice('Reading what the file says of itself', async () => (await ours(all)).map(({ id }) => id))
}

/**
 * Writes our part into the open file in place of those with these ids. False where the file doesn't hold it
 * afterwards: Word on the web was seen to take it and keep nothing (office-js issue 5910).
 */
export const writeOwnPart = async (xml: string, before: readonly string[]): Promise<boolean> => {
  const all = parts()
  if (!all) return false
  try {
    return await inOffice('Writing what the file says of itself', async () => {
      const known = new Set((await ours(all)).map(({ id }) => id))
      await answered<Office.CustomXmlPart>((done) => all.addAsync(xml, done))
      const now = await ours(all)
      if (!now.some(({ id }) => !known.has(id))) return false
      await dropParts(now, before)
      return true
    })
  } catch {
    return false
  }
}

const dropParts = (now: readonly Office.CustomXmlPart[], ids: readonly string[]) =>
  Promise.all(
    now.filter(({ id }) => ids.includes(id)).map((part) => answered<void>((done) => part.deleteAsync(done))),
  )

/**
 * After an insertion: the part that came along stays, or, where Word brought none, this one is written. `before`: what
 * was there; `gone`: which of them belonged to what was replaced. False where the file holds no new one afterwards.
 */
export const settleOwnPart = async (
  xml: string,
  before: readonly string[],
  gone: readonly string[],
): Promise<boolean> => {
  const all = parts()
  if (!all) return false
  try {
    return await inOffice('Reading what the file says of itself', async () => {
      const now = await ours(all)
      if (!now.some(({ id }) => !before.includes(id)) && !(await writeOwnPart(xml, []))) return false
      await dropParts(await ours(all), gone)
      return true
    })
  } catch {
    return false
  }
}
