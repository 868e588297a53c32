import type { SaxesTagNS } from 'saxes'
import { controlsOf, kinds, newControl, type Open } from './openControl.ts'
import type { Provenance } from './provenance.ts'
import { compatibility, packageNamespace, walkPackage } from './walkPackage.ts'
import { identityNamespace, strictWordNamespace, wordNamespace } from './word/names.ts'
import { symbolText } from './word/symbol.ts'

/** A content control as it stands in a document, with tracked changes taken as accepted. */
export type Control = {
  readonly tag: string
  readonly text: string
  /** It shows its placeholder: nobody has filled it in. */
  readonly placeholder?: true
  /** All that it held is deleted under tracked changes. */
  readonly deleted?: true
  /** Not a text: a day picked, a choice from a list, or something that isn't ours. */
  readonly kind?: 'date' | 'list' | 'other'
  /** Word lets nobody change what it holds. */
  readonly locked?: true
  /** Tracked changes stand in it that nobody has accepted or rejected. */
  readonly tracked?: true
  /** A comment hangs on words in it. */
  readonly commented?: true
  /** A picture, an object, a table or a note stands in it, which is no text and would go with it. */
  readonly holds?: true
}
/** Which records a document is of, from the part that Goldthread put into it. */
export type Identity = {
  readonly kind: string
  readonly made: string
  readonly keys: Readonly<Record<string, string>>
}
export type ReadDocument = {
  readonly controls: readonly Control[]
  readonly identity: Identity | null
  /** What its fields said when they were put there, where the file knows. */
  readonly provenance?: Provenance | null
  /** Whether anything at all is written in it. */
  readonly hasText: boolean
}

/** What people put among words that is none, and that goes when the words are replaced. */
export const besideText: ReadonlySet<string> = new Set([
  'drawing',
  'pict',
  'object',
  'tbl',
  'footnoteReference',
  'endnoteReference',
])

/**
 * The tagged content controls of a document's main part, or of the flat package that Word's getOoxml gives, in
 * reading order. Text is what Word would show with all tracked changes accepted: insertions kept, deletions left out;
 * line breaks and paragraphs are \n. Problem `unsupported` where it is not XML that Word writes.
 */
export const readControls = (xml: string): ReadDocument => {
  const controls: Open[] = []
  let open: Open[] = []
  let hasText = false
  let gone = 0
  let coming = 0
  let skipped = 0
  let inProperties = 0
  let inPart = true
  let markGone = false
  let inMark = 0
  let text: ((t: string) => void) | null = null
  let identity: { kind: string; made: string; keys: Record<string, string> } | null = null
  let salt: string | null = null
  const digests = new Map<string, string>()
  let ours = 0
  const controlsGone = new Set<string>()

  const say = (t: string) => {
    if (t === '' || skipped > 0) return
    for (const control of open) {
      if (gone > 0) {
        control.deleted = true
        continue
      }
      if (control.breakBefore && control.text !== '') control.text += '\n'
      control.breakBefore = false
      control.text += t
      if (coming > 0) control.fresh = true
      else control.settled = true
    }
    if (gone === 0 && t.trim() !== '') hasText = true
  }
  /** A paragraph's end: a new line only if more text follows within the control. */
  const endParagraph = () => {
    if (!markGone && gone === 0)
      for (const control of open) {
        if (control.breakBefore && control.text !== '') control.text += '\n'
        control.breakBefore = true
      }
    markGone = false
  }
  const value = (tag: SaxesTagNS, name: string) =>
    Object.values(tag.attributes).find((a) => a.local === name)?.value ?? ''

  const word: Record<string, (tag: SaxesTagNS) => (() => void) | void> = {
    sdt: () => {
      const control = { ...newControl(), gone: controlsGone.size > 0 }
      controls.push(control)
      open.push(control)
      return () => void open.pop()
    },
    sdtPr: () => {
      skipped++
      inProperties++
      return () => {
        skipped--
        inProperties--
      }
    },
    tag: (tag) => {
      const control = open.at(-1)
      if (control && skipped > 0) control.tag = value(tag, 'val')
    },
    showingPlcHdr: (tag) => {
      const control = open.at(-1)
      if (control && !['0', 'false', 'off'].includes(value(tag, 'val'))) control.placeholder = true
    },
    lock: (tag) => {
      const control = open.at(-1)
      if (control && skipped > 0) control.locked = /content/i.test(value(tag, 'val'))
    },
    customXmlDelRangeStart: (tag) => void controlsGone.add(value(tag, 'id')),
    customXmlDelRangeEnd: (tag) => void controlsGone.delete(value(tag, 'id')),
    commentRangeStart: () => commented(),
    commentReference: () => commented(),
    ...Object.fromEntries([...besideText].map((name) => [name, () => holding()])),
    t: () => {
      text = say
      return () => void (text = null)
    },
    delText: () => {
      for (const control of open) control.deleted = true
    },
    tab: () => {
      if (inMark === 0) say('\t')
    },
    br: () => say('\n'),
    cr: () => say('\n'),
    noBreakHyphen: () => say('-'),
    sym: (tag) => say(symbolText(value(tag, 'font'), value(tag, 'char'))),
    pPr: () => {
      inMark++
      return () => void inMark--
    },
    p: () => endParagraph,
    del: () => removed(),
    moveFrom: () => removed(),
    ins: () => added(),
    moveTo: () => added(),
    // Text of a box that hangs on a word is no part of what was typed there.
    txbxContent: () => {
      const around = open
      open = []
      return () => void (open = around)
    },
  }
  const commented = () => {
    for (const control of open) control.commented = true
  }
  const holding = () => {
    if (skipped === 0 && gone === 0) for (const control of open) control.holds = true
  }
  const added = () => {
    if (inMark > 0 || skipped > 0) return undefined
    coming++
    return () => void coming--
  }
  const removed = () => {
    for (const control of open) control.going = true
    if (inMark > 0) {
      markGone = true
      return undefined
    }
    gone++
    return () => void gone--
  }
  const started = (tag: SaxesTagNS): (() => void) | void => {
    if (tag.uri === packageNamespace && tag.local === 'package') inPart = false
    if (tag.uri === packageNamespace && tag.local === 'part') {
      inPart = /^\/word\/document\d*\.xml$/.test(value(tag, 'name'))
      return () => void (inPart = false)
    }
    if (tag.uri === identityNamespace && tag.local === 'identity') {
      ours++
      if (identity) return
      identity = { kind: value(tag, 'kind'), made: value(tag, 'made'), keys: {} }
      salt = value(tag, 'salt') || null
    }
    if (tag.uri === identityNamespace && tag.local === 'said' && ours === 1) {
      const of = value(tag, 'tag')
      text = (t) => void digests.set(of, (digests.get(of) ?? '') + t)
      return () => void (text = null)
    }
    if (tag.uri === identityNamespace && tag.local === 'key' && identity) {
      const { keys } = identity
      const name = value(tag, 'name')
      text = (t) => void (keys[name] = (Object.hasOwn(keys, name) ? keys[name]! : '') + t)
      return () => void (text = null)
    }
    if (!inPart) return
    if (tag.uri === compatibility && tag.local === 'Fallback') {
      skipped++
      return () => void skipped--
    }
    if (inProperties > 0 && Object.hasOwn(kinds, tag.local)) {
      const control = open.at(-1)
      if (control) control.kind = kinds[tag.local]
    }
    if (tag.uri === wordNamespace || tag.uri === strictWordNamespace)
      return Object.hasOwn(word, tag.local) ? word[tag.local]!(tag) : undefined
  }

  walkPackage(xml, started, (t) => text?.(t))

  return {
    controls: controlsOf(controls),
    identity,
    provenance: salt === null ? null : { salt, said: digests },
    hasText,
  }
}

/** What a document says of itself, out of all its parts of ours: the last one that knows what its fields said. */
export const ownPart = (
  read: readonly Pick<ReadDocument, 'identity' | 'provenance'>[],
): Pick<ReadDocument, 'identity' | 'provenance'> => {
  const ours = read.filter(({ identity }) => identity !== null)
  const { identity = null, provenance = null } =
    ours.findLast(({ provenance }) => provenance) ?? ours[0] ?? {}
  return { identity, provenance }
}
