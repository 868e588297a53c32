import { ApiError } from '../hostObject.ts'
import { addLines, setLines } from './blockText.ts'
import {
  W14,
  addInOrder,
  attr,
  children,
  drop,
  empty,
  isW,
  kid,
  kids,
  make,
  makeText,
  setAttr,
  val,
} from './dom.ts'
import { dropLooseComments } from './comments.ts'
import { addInline, clearInline } from './edit.ts'
import { textOf } from './text.ts'
import type { WordFile } from './wordFile.ts'

const types = {
  text: 'PlainText',
  date: 'DatePicker',
  dropDownList: 'DropDownList',
  comboBox: 'ComboBox',
  picture: 'Picture',
  docPartObj: 'BuildingBlockGallery',
  docPartList: 'BuildingBlockGallery',
  group: 'Group',
  repeatingSection: 'RepeatingSection',
  checkbox: 'CheckBox',
} as const

export type ControlType = 'RichText' | (typeof types)[keyof typeof types]
export type ControlLevel = 'run' | 'block' | 'cell' | 'row'

/** Content controls inside an element, in order, nested ones after what holds them; text boxes are not searched. */
export const controlsIn = (root: Element): Element[] =>
  children(root).flatMap((child) => {
    if (isW(child, 'txbxContent', 'drawing', 'pict', 'sdtPr')) return []
    return isW(child, 'sdt') ? [child, ...controlsIn(child)] : controlsIn(child)
  })

export const propertiesOf = (sdt: Element): Element =>
  kid(sdt, 'sdtPr') ?? sdt.insertBefore(make(sdt, 'sdtPr'), sdt.firstChild)
export const contentOf = (sdt: Element): Element =>
  kid(sdt, 'sdtContent') ?? sdt.appendChild(make(sdt, 'sdtContent'))

export const typeOf = (sdt: Element): ControlType => {
  const found = children(propertiesOf(sdt)).find((each) => Object.hasOwn(types, each.localName))
  return found ? types[found.localName as keyof typeof types] : 'RichText'
}

export const levelOf = (sdt: Element): ControlLevel => {
  let parent = sdt.parentNode
  while (isW(parent, 'sdtContent', 'sdt', 'customXml', 'ins')) parent = parent.parentNode
  if (isW(parent, 'tr')) return 'cell'
  if (isW(parent, 'tbl')) return 'row'
  return isW(parent, 'p', 'hyperlink', 'fldSimple', 'smartTag') ? 'run' : 'block'
}

export const showsPlaceholder = (sdt: Element): boolean =>
  kid(propertiesOf(sdt), 'showingPlcHdr') !== undefined

const defaultPlaceholders: Partial<Record<ControlType, string>> = {
  DropDownList: 'Choose an item.',
  ComboBox: 'Choose an item.',
  DatePicker: 'Click or tap to enter a date.',
}

/** Placeholders that an add-in set, until the document is closed; Word keeps them as building blocks of the file. */
const given = new WeakMap<Element, string>()

/** The placeholder of a control, as an add-in set it, from what it shows or from the document's building blocks. */
export const placeholderOf = (word: WordFile, sdt: Element): string => {
  const set = given.get(sdt)
  if (set !== undefined) return set
  if (showsPlaceholder(sdt)) return textOf([contentOf(sdt)])
  const name = val(kid(propertiesOf(sdt), 'placeholder'), 'docPart')
  const glossary = word.file.related(word.main, 'glossaryDocument')
  if (name !== null && glossary && word.file.has(glossary)) {
    const parts = Array.from(word.file.tree(glossary).getElementsByTagNameNS(sdt.namespaceURI, 'docPart'))
    const part = parts.find((each) => val(kid(each, 'docPartPr'), 'name') === name)
    const body = part && kid(part, 'docPartBody')
    if (body) return textOf([body])
  }
  return defaultPlaceholders[typeOf(sdt)] ?? 'Click or tap here to enter text.'
}

/** The choices of a drop-down list or combo box, as a person sees them. */
export const choicesOf = (sdt: Element): string[] => {
  const list = kids(propertiesOf(sdt), 'dropDownList', 'comboBox')[0]
  return list
    ? kids(list, 'listItem').map((item) => attr(item, 'displayText') ?? attr(item, 'value') ?? '')
    : []
}

export const isLocked = (sdt: Element): boolean =>
  ['contentLocked', 'sdtContentLocked'].includes(val(propertiesOf(sdt), 'lock') ?? '')

/** Order of the properties that this host writes, for what must stand before what. */
const propertyOrder = [
  'rPr',
  'alias',
  'tag',
  'id',
  'lock',
  'placeholder',
  'temporary',
  'showingPlcHdr',
  'dataBinding',
]

/** Sets or removes (null) a property with a value. */
export const setProperty = (sdt: Element, name: string, text: string | null): void => {
  const properties = propertiesOf(sdt)
  kids(properties, name).forEach(drop)
  if (text === null) return
  const later = propertyOrder.slice(propertyOrder.indexOf(name) + 1)
  const next = children(properties).find(
    (each) => later.includes(each.localName) || !propertyOrder.includes(each.localName),
  )
  properties.insertBefore(make(sdt, name, text === '' ? {} : { val: text }), next ?? null)
}

/** The element whose blocks or runs are the control's text: the cell itself for a control around a cell. */
const holderOf = (sdt: Element): Element => {
  const content = contentOf(sdt)
  const inside = kids(content, 'sdt', 'tc')[0]
  if (levelOf(sdt) !== 'cell' || !inside) return content
  return isW(inside, 'tc') ? inside : holderOf(inside)
}

const placeholderRun = (word: WordFile, sdt: Element, text: string): Element => {
  const styles = word.file.related(word.main, 'styles')
  const defined =
    styles !== undefined &&
    word.file.has(styles) &&
    kids(word.file.tree(styles).documentElement, 'style').some(
      (each) => attr(each, 'styleId') === 'PlaceholderText',
    )
  const look = defined
    ? make(sdt, 'rStyle', { val: 'PlaceholderText' })
    : make(sdt, 'color', { val: '666666' })
  return make(sdt, 'r', {}, make(sdt, 'rPr', {}, look), makeText(sdt, 't', text))
}

/** What an empty control shows from now on; one that is empty shows it at once. */
export const setPlaceholder = (word: WordFile, sdt: Element, text: string): void => {
  given.set(sdt, text)
  if (showsPlaceholder(sdt)) clearControl(word, sdt)
  else word.changed(sdt)
}

/** Empties a control. As in Word it then shows its placeholder, which is also what its text reads. */
export const clearControl = (word: WordFile, sdt: Element): void => {
  const level = levelOf(sdt)
  if (level === 'row')
    throw new ApiError('GeneralException', 'This host does not clear a control around table rows')
  const text = placeholderOf(word, sdt)
  const holder = holderOf(sdt)
  if (word.tracking) {
    if (level === 'run') clearInline(word, holder)
    else setLines(word, holder, '')
  } else {
    setProperty(sdt, 'showingPlcHdr', '')
    if (level === 'run') {
      empty(holder)
      holder.appendChild(placeholderRun(word, sdt, text))
    } else setLines(word, holder, '')[0]?.appendChild(placeholderRun(word, sdt, text))
  }
  word.changed(sdt)
}

/** The placeholder gives way before text comes in; it is never tracked. */
const dismissPlaceholder = (word: WordFile, sdt: Element): void => {
  if (!showsPlaceholder(sdt)) return
  setProperty(sdt, 'showingPlcHdr', null)
  const holder = holderOf(sdt)
  const runs = Array.from(holder.getElementsByTagNameNS(holder.namespaceURI, 'r'))
  runs.forEach(drop)
  word.changed(sdt)
}

/** Text into a control, as its kind takes it. Line ends become paragraphs in a block, line breaks in a line. */
export const putText = (
  word: WordFile,
  sdt: Element,
  text: string,
  at: 'Replace' | 'Start' | 'End',
): Element[] => {
  if (isLocked(sdt))
    throw new ApiError('AccessDenied', 'The content control cannot be edited', 'ContentControl.insertText')
  const level = levelOf(sdt)
  if (level === 'row')
    throw new ApiError('GeneralException', 'This host does not write into a control around table rows')
  if (text === '' && at === 'Replace') {
    clearControl(word, sdt)
    return [contentOf(sdt)]
  }
  dismissPlaceholder(word, sdt)
  const holder = holderOf(sdt)
  const added = level === 'run' ? putInline(word, holder, text, at) : putBlocks(word, holder, text, at)
  if (typeOf(sdt) === 'DatePicker') setDate(sdt, textOf([contentOf(sdt)]))
  if (at === 'Replace') dropLooseComments(word)
  word.changed(sdt)
  return added
}

const putInline = (
  word: WordFile,
  holder: Element,
  text: string,
  at: 'Replace' | 'Start' | 'End',
): Element[] => {
  if (at !== 'Replace') return [addInline(word, holder, text, at)]
  if (word.tracking) {
    clearInline(word, holder)
    return [addInline(word, holder, text, 'End')]
  }
  const run = addInline(word, holder, text, 'Start')
  for (const child of children(holder)) if (child !== run) drop(child)
  return [run]
}

const putBlocks = (
  word: WordFile,
  holder: Element,
  text: string,
  at: 'Replace' | 'Start' | 'End',
): Element[] => (at === 'Replace' ? setLines(word, holder, text) : addLines(word, holder, text, at))

const ukDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
/** Keeps a date control's machine-readable date in step with its text; no date where the text is none. */
export const setDate = (sdt: Element, text: string): void => {
  const date = kid(propertiesOf(sdt), 'date')
  if (!date) return
  const uk = ukDate.exec(text.trim())
  const time = uk
    ? Date.UTC(Number(uk[3]), Number(uk[2]) - 1, Number(uk[1]))
    : Date.parse(`${text.trim()} UTC`)
  if (Number.isNaN(time)) date.removeAttributeNS(date.namespaceURI, 'fullDate')
  else setAttr(date, 'fullDate', `${new Date(time).toISOString().slice(0, 10)}T00:00:00Z`)
}

/** Ticks or clears a check box control, drawing the box that its properties name. */
export const tick = (word: WordFile, sdt: Element, on: boolean): void => {
  const box = children(propertiesOf(sdt)).find((each) => each.localName === 'checkbox')
  if (!box) return
  const state = (name: string): Element | undefined => children(box).find((each) => each.localName === name)
  state('checked')?.setAttributeNS(W14, 'w14:val', on ? '1' : '0')
  const code =
    state(on ? 'checkedState' : 'uncheckedState')?.getAttributeNS(W14, 'val') ?? (on ? '2612' : '2610')
  putInline(word, holderOf(sdt), String.fromCharCode(Number.parseInt(code, 16)), 'Replace')
  word.changed(sdt)
}

export const isTicked = (sdt: Element): boolean => {
  const box = children(propertiesOf(sdt)).find((each) => each.localName === 'checkbox')
  const checked = box && children(box).find((each) => each.localName === 'checked')
  return ['1', 'true'].includes(checked?.getAttributeNS(W14, 'val') ?? '')
}

/** Removes a control; with `keepContent` what it held stays in its place. */
export const removeControl = (word: WordFile, sdt: Element, keepContent: boolean): void => {
  const parent = sdt.parentNode
  if (!parent) return
  word.changed(sdt)
  if (keepContent) for (const child of Array.from(contentOf(sdt).childNodes)) parent.insertBefore(child, sdt)
  parent.removeChild(sdt)
  if (isW(parent, 'tc') && kids(parent, 'p', 'tbl', 'sdt').length === 0) parent.appendChild(make(parent, 'p'))
  if (isW(parent, 'body') && kids(parent, 'p', 'tbl', 'sdt').length === 0)
    addInOrder(parent, make(parent, 'p'), ['sectPr'])
}
