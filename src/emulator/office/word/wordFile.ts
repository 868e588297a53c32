import { ApiError } from '../hostObject.ts'
import { OpcPackage } from '../opc.ts'
import type { Xml } from '../xml.ts'
import { addInOrder, all, attr, drop, isW, kid, kids, make, setAttr } from './dom.ts'
import type { OpenedAs } from './protection.ts'
import { plainRules, type TextRules } from './text.ts'

const settingsType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings'
const settingsContent = 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml'
/** What may stand after w:trackRevisions in the settings, as far as documents here have it. */
const afterTracking = [
  'doNotTrackMoves',
  'doNotTrackFormatting',
  'documentProtection',
  'autoFormatOverride',
  'defaultTabStop',
  'autoHyphenation',
  'evenAndOddHeaders',
  'drawingGridHorizontalSpacing',
  'characterSpacingControl',
  'footnotePr',
  'endnotePr',
  'compat',
  'docVars',
  'rsids',
  'mathPr',
  'attachedSchema',
  'themeFontLang',
  'clrSchemeMapping',
  'decimalSymbol',
  'listSeparator',
]

/**
 * Text that stands together in one place: the children of `parent` after one content control (or its start) until
 * the next (or its end). Named by what bounds it, so that it stays true while runs are split and joined.
 */
export type Place = { parent: Element; after: Element | null; until: Element | null }

/** Characters that the person at the document has selected; `from` equals `to` for a mere cursor. */
export type Selection = { place: Place; from: number; to: number }

/** A stretch as it is selected; Word selects all of it where an add-in doesn't say. Null for any other word. */
export const selectedAs = ({ place, from, to }: Selection, mode?: string | null): Selection | null =>
  (mode ?? 'Select') === 'Select'
    ? { place, from, to }
    : mode === 'Start'
      ? { place, from, to: from }
      : mode === 'End'
        ? { place, from: to, to }
        : null

/**
 * An open .docx: its parts, the trees that are edited in place, and how editing is done here.
 * Content controls get an id of their own on opening where they lack one or share it, as Word does.
 */
export class WordFile {
  readonly file: OpcPackage
  readonly main: string
  rules: TextRules = plainRules
  author = 'You'
  openedAs: OpenedAs = 'editing'
  /** The code that a refused add-in gets, where a test wants another than the usual. */
  refusesWith: string | null = null
  /** Word in a browser, which refuses more. */
  inBrowser = false
  clock: () => Date = () => new Date()
  selection: Selection | null = null
  readonly #listeners = new Set<() => void>()
  readonly #revealing = new Set<(selection: Selection) => void>()
  readonly #changedAt = new WeakMap<Node, number>()
  readonly #changedWithin = new WeakMap<Node, number>()
  #version = 0

  constructor(file: OpcPackage) {
    this.file = file
    this.main = file.mainPart()
    if (!kid(this.tree.documentElement, 'body')) throw new SyntaxError('The file has no document body')
    this.#giveIds()
  }

  /** Throws an ApiError when the bytes are not a Word document. */
  static open(bytes: Uint8Array, xml: Xml): WordFile {
    try {
      return new WordFile(OpcPackage.open(bytes, xml))
    } catch (cause) {
      throw new ApiError('GeneralException', `This file is not a Word document: ${String(cause)}`)
    }
  }

  get tree(): Document {
    return this.file.tree(this.main)
  }

  get body(): Element {
    return kid(this.tree.documentElement, 'body') as Element
  }

  /** The section properties that end the body; the last section's. */
  get section(): Element | undefined {
    return kid(this.body, 'sectPr')
  }

  /** Body, then headers and footers that a section uses: path of the part and its outermost element. */
  stories(): { path: string; root: Element }[] {
    const used = all(this.tree, 'headerReference').concat(all(this.tree, 'footerReference'))
    const ids = new Set(
      used.map((each) =>
        each.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id'),
      ),
    )
    const others = this.file
      .relationships(this.main)
      .filter((each) => ids.has(each.id) && this.file.has(each.target))
    return [
      { path: this.main, root: this.body },
      ...others.map((each) => ({ path: each.target, root: this.file.tree(each.target).documentElement })),
    ]
  }

  /** Says that this node or what is in it was changed, and tells whoever shows the document. */
  changed(node: Node = this.tree): void {
    const owner = node.nodeType === 9 ? (node as Document) : node.ownerDocument
    const others = owner === this.tree ? [] : this.stories()
    const story = others.find(({ path }) => this.file.tree(path) === owner)
    this.file.change(story?.path ?? this.main)
    this.#version++
    this.#changedAt.set(node.nodeType === 9 ? (node as Document).documentElement : node, this.#version)
    for (let at: Node | null = node; at; at = at.parentNode) this.#changedWithin.set(at, this.#version)
    for (const listener of this.#listeners) listener()
  }

  /** Selects a stretch for an add-in, and brings it into view wherever the document is shown. */
  reveal(selection: Selection): void {
    this.selection = selection
    for (const listener of this.#revealing) listener(selection)
  }

  onReveal(listener: (selection: Selection) => void): () => void {
    this.#revealing.add(listener)
    return () => void this.#revealing.delete(listener)
  }

  /** Grows with each change in an element, or of something that it is a part of. */
  versionOf(element: Element): number {
    let version = this.#changedWithin.get(element) ?? 0
    for (let at: Node | null = element; at; at = at.parentNode)
      version = Math.max(version, this.#changedAt.get(at) ?? 0)
    return version
  }

  /** Tells listeners of a change that is outside the text (properties, settings). */
  tell(): void {
    for (const listener of this.#listeners) listener()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Whether typing becomes tracked insertions and deletions. */
  get tracking(): boolean {
    const path = this.file.related(this.main, 'settings')
    const mark = path && this.file.has(path) && kid(this.file.tree(path).documentElement, 'trackRevisions')
    return Boolean(mark) && !['0', 'false', 'off'].includes(attr(mark || undefined, 'val') ?? '')
  }

  set tracking(on: boolean) {
    if (on === this.tracking) return
    const path = this.settingsPath()
    const root = this.file.tree(path).documentElement
    kids(root, 'trackRevisions').forEach(drop)
    if (on) addInOrder(root, make(root, 'trackRevisions'), afterTracking)
    this.file.change(path)
    this.tell()
  }

  /** The root of the settings; undefined where the file has none. */
  get settings(): Element | undefined {
    const path = this.file.related(this.main, 'settings')
    return path && this.file.has(path) ? this.file.tree(path).documentElement : undefined
  }

  /**
   * How old a Word the document is kept fit for: 15 today's, 14 Word 2010, 12 Word 2007 (also where nothing is said),
   * 11 a document of Word 97 to 2003, which has no content controls.
   */
  get compatibility(): number {
    const compat = this.settings && kid(this.settings, 'compat')
    const mode =
      compat && kids(compat, 'compatSetting').find((each) => attr(each, 'name') === 'compatibilityMode')
    return mode ? Number(attr(mode, 'val')) : 12
  }

  settingsPath(): string {
    const known = this.file.related(this.main, 'settings')
    if (known && this.file.has(known)) return known
    const path = this.file.freePath('word/settings.xml')
    const ns = this.tree.documentElement.namespaceURI ?? ''
    this.file.put(path, `<w:settings xmlns:w="${ns}"/>`, settingsContent)
    this.file.relate(this.main, settingsType, path)
    return path
  }

  /** Author and time for a tracked change, with an id that no other change has. */
  revision(): Record<string, string> {
    const date = this.clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
    return { id: String(this.freeNumber()), author: this.author, date }
  }

  /** A number above every w:id of the body (changes, bookmarks, comments share their numbers). */
  freeNumber(): number {
    let highest = 0
    for (const name of ['ins', 'del', 'moveFrom', 'moveTo', 'bookmarkStart', 'rPrChange', 'pPrChange'])
      for (const each of all(this.tree, name)) highest = Math.max(highest, Number(attr(each, 'id') ?? 0))
    return highest + 1
  }

  /** A content control id that nothing in the document has. */
  freeControlId(taken: ReadonlySet<string> = this.controlIds()): string {
    for (;;) {
      const id = String(1 + Math.floor(Math.random() * 2_147_483_646))
      if (!taken.has(id)) return id
    }
  }

  controlIds(): Set<string> {
    const ids = this.stories().flatMap(({ root }) =>
      all(root, 'sdtPr').map((each) => attr(kid(each, 'id'), 'val')),
    )
    return new Set(ids.filter((id) => id !== null))
  }

  #giveIds(): void {
    const seen = new Set<string>()
    for (const { root } of this.stories())
      for (const properties of all(root, 'sdtPr')) {
        if (!isW(properties.parentNode, 'sdt')) continue
        const known = kid(properties, 'id')
        const id = attr(known, 'val')
        if (known && id !== null && !seen.has(id)) seen.add(id)
        else {
          const fresh = this.freeControlId(seen)
          seen.add(fresh)
          if (known) setAttr(known, 'val', fresh)
          else properties.appendChild(make(properties, 'id', { val: fresh }))
        }
      }
  }
}
