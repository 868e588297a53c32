import { ApiError } from '../hostObject.ts'
import { attr, kid, kids } from './dom.ts'
import type { WordFile } from './wordFile.ts'

/** What Restrict Editing, or Mark as Final, lets nobody but its author do; as the file says it. */
export type Restriction = 'readOnly' | 'forms' | 'comments' | 'trackedChanges' | 'final'
/**
 * How this window has the document, which no file says. `readOnlyFile`: changes are taken, and can't be saved under
 * its name. `viewing`: the mode of that name. `rights`: rights management lets this person look and no more.
 */
export type OpenedAs = 'editing' | 'readOnlyFile' | 'viewing' | 'rights'

export const restrictions: readonly Restriction[] = [
  'readOnly',
  'forms',
  'comments',
  'trackedChanges',
  'final',
]
const isOn = (text: string | null): boolean => text !== null && !['0', 'false', 'off', ''].includes(text)
const customProperties =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const customContent = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'
const values = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'

const customPath = (word: WordFile): string | undefined =>
  word.file.relationships('').find(({ type }) => type === customProperties)?.target

const isFinal = (word: WordFile): boolean => {
  const path = customPath(word)
  if (!path || !word.file.has(path)) return false
  const named = Array.from(word.file.tree(path).getElementsByTagNameNS(customNamespace, 'property'))
  return named.some(
    (each) => each.getAttribute('name') === '_MarkAsFinal' && isOn(each.textContent?.trim() ?? null),
  )
}

/** What the file itself restricts; null where everything may be changed. */
export const restrictionOf = (word: WordFile): Restriction | null => {
  const settings = word.settings
  const found = settings && kid(settings, 'documentProtection')
  const edit = attr(found, 'edit')
  if (found && isOn(attr(found, 'enforcement')) && restrictions.includes(edit as Restriction))
    return edit as Restriction
  return isFinal(word) ? 'final' : null
}

/** Restricts editing, or lifts it (null), as a person does under Review or File. */
export const restrict = (word: WordFile, to: Restriction | null): void => {
  const path = word.settingsPath()
  const root = word.file.tree(path).documentElement
  for (const each of kids(root, 'documentProtection')) root.removeChild(each)
  if (to && to !== 'final') {
    const made = root.ownerDocument.createElementNS(root.namespaceURI, 'w:documentProtection')
    made.setAttributeNS(root.namespaceURI, 'w:edit', to)
    made.setAttributeNS(root.namespaceURI, 'w:enforcement', '1')
    root.insertBefore(
      made,
      kids(root, 'autoFormatOverride', 'defaultTabStop', 'characterSpacingControl', 'compat')[0] ?? null,
    )
  }
  word.file.change(path)
  const known = customPath(word)
  if (known || to === 'final') {
    const place = known ?? word.file.freePath('docProps/custom.xml')
    const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_MarkAsFinal"><vt:bool>${to === 'final'}</vt:bool></property>`
    word.file.put(
      place,
      `<Properties xmlns="${customNamespace}" xmlns:vt="${values}">${property}</Properties>`,
      customContent,
    )
    if (!known) word.file.relate('', customProperties, place)
  }
  if (to === 'trackedChanges') word.tracking = true
  word.tell()
}

/** A document that somebody opens, as it stands: what its file restricts, or how this window has it. */
export type Held = Restriction | OpenedAs

export const heldAs = (word: WordFile): Held =>
  word.openedAs === 'editing' ? (restrictionOf(word) ?? 'editing') : word.openedAs

/** Holds it so from now on. Another restriction is lifted. */
export const hold = (word: WordFile, as: Held): void => {
  const restricts = restrictions.includes(as as Restriction)
  word.openedAs = restricts ? 'editing' : (as as OpenedAs)
  restrict(word, restricts ? (as as Restriction) : null)
}

/**
 * Why an add-in may not read or write now; null where it may. Which code Word gives is documented for none of these:
 * GeneralException was seen in Viewing mode (office-js 5484), AccessDenied where rights are missing (office-js 2459,
 * 6907). `refusesWith` lets a test try another.
 */
export const refusalOf = (word: WordFile, does: 'reads' | 'writes'): ApiError | null => {
  const denied = (usual: string): ApiError =>
    new ApiError(word.refusesWith ?? usual, 'You don’t have sufficient permissions for this action.')
  if (word.openedAs === 'rights') return denied('AccessDenied')
  if (does === 'reads') return null
  if (word.openedAs === 'viewing') return denied('GeneralException')
  const restriction = restrictionOf(word)
  return restriction && restriction !== 'trackedChanges' ? denied('AccessDenied') : null
}
