import { strFromU8 } from 'fflate'
import { ownPart, readControls, type ReadDocument } from './readControls.ts'
import { docxParts, unreadableFor } from './docxParts.ts'
import { identityNamespace } from './word/names.ts'

/** Word’s own is under 2,000; searching a text made to be slow takes time by its square. */
const mostRelationships = 20_000

const what = 'Reading this file as a Word document'
const unreadable = unreadableFor(what)

/** Only these are unpacked; pictures and the rest stay packed. */
const wanted = (name: string) =>
  name === '_rels/.rels' || /^word\/document\d*\.xml$/.test(name) || /^customXml\/item\d+\.xml$/.test(name)

/**
 * The controls and identity of a saved .docx. Problem `unsupported` where the bytes are no Word document, or one that
 * unpacks to more than any review could hold.
 */
export const readDocx = (bytes: Uint8Array): ReadDocument => {
  const parts = docxParts(bytes, what, wanted)
  const relationships = parts['_rels/.rels'] ?? new Uint8Array()
  if (relationships.length > mostRelationships) throw unreadable('the file points to too many parts')
  const target =
    /Type="[^"]*\/officeDocument"[^>]*Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(
      strFromU8(relationships),
    )
  const name = target?.[1] ?? target?.[2] ?? 'word/document.xml'
  const main = Object.hasOwn(parts, name) ? parts[name] : undefined
  if (!main) throw unreadable('the package has no Word document in it')
  return { ...readControls(strFromU8(main)), ...ownPartIn(parts) }
}

/** Of several, as when the minutes were inserted twice, the last that knows what its fields said. */
const ownPartIn = (parts: Record<string, Uint8Array>): Pick<ReadDocument, 'identity' | 'provenance'> => {
  const found = Object.entries(parts).flatMap(([name, bytes]) => {
    if (!name.startsWith('customXml/')) return []
    const xml = strFromU8(bytes)
    return xml.includes(identityNamespace) ? [readControls(xml)] : []
  })
  return ownPart(found)
}
