/** What Word says of the open document beside its text, as far as this Word says it. */
export type Told = {
  readonly tracking?: boolean
  /** The program's mode: a file that can't be saved under its name is `readOnly`. */
  readonly mode?: 'readOnly' | 'readWrite'
  /** Word's name for a protection, from WordApiDesktop 1.4 on. */
  readonly protection?: string
  readonly final?: boolean
  readonly readOnly?: boolean
  /** Word's name for what it is kept compatible with, from WordApiDesktop 1.4 on. */
  readonly compatibility?: string
  /** Where the file is, with its name. */
  readonly address?: string
}

/** What a document lets nobody do before its author allows it. */
export type Restricted = 'readOnly' | 'formsOnly' | 'commentsOnly' | 'final'

export type DocumentState = {
  readonly restricted: Restricted | null
  /** A field stands in it that Word lets nobody take away or change. */
  readonly locked: boolean
  /** What is put in can't be saved under the file's own name. */
  readonly readOnlyFile: boolean
  /** What is typed and put in is marked as a change. */
  readonly tracking: boolean
  /** Changes stand in it that nobody has accepted or rejected. */
  readonly changes: boolean
  readonly comments: number
  /** The Word that it is kept compatible with; `.doc`: of Word 97 to 2003, which knows no fields. */
  readonly compatibleWith: '.doc' | 'Word 2007' | 'Word 2010' | null
}

const off = ['0', 'false', 'off']
const partOf = (xml: string, name: string): string => {
  const start = xml.indexOf(`pkg:name="/word/${name}"`)
  return start < 0 ? '' : xml.slice(start, Math.max(start, xml.indexOf('</pkg:part>', start)))
}
/** The attributes of the first element of that name; null where there is none. */
const element = (part: string, name: string): string | null =>
  new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`).exec(part)?.[1] ?? null
const value = (attributes: string | null, name: string): string | null =>
  new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(attributes ?? '')?.[1] ?? null

const byEdit: Readonly<Record<string, Restricted>> = {
  readOnly: 'readOnly',
  forms: 'formsOnly',
  comments: 'commentsOnly',
}
const byWord: Readonly<Record<string, Restricted>> = {
  AllowOnlyReading: 'readOnly',
  AllowOnlyFormFields: 'formsOnly',
  AllowOnlyComments: 'commentsOnly',
}

const restrictedBy = (settings: string, xml: string, told: Told): Restricted | null => {
  if (told.protection !== undefined) {
    const found = byWord[told.protection]
    if (found) return found
  } else {
    const protection = element(settings, 'documentProtection')
    const enforced = value(protection, 'enforcement')
    const found = enforced && !off.includes(enforced) ? byEdit[value(protection, 'edit') ?? ''] : undefined
    if (found) return found
  }
  const marked = /name="_MarkAsFinal"[^>]*>\s*<(?:\w+:)?bool>\s*(?:true|1)\s*</.test(xml)
  return (told.final ?? marked) ? 'final' : null
}

const older = { '11': '.doc', '12': 'Word 2007', '14': 'Word 2010' } as const
const olderByWord: Readonly<Record<string, keyof typeof older>> = {
  Word2003: '11',
  Word2007: '12',
  Word2010: '14',
}

const compatibleWith = (settings: string, told: Told): DocumentState['compatibleWith'] => {
  if (/\.do[ct](?:[?#]|$)/i.test(told.address ?? '')) return '.doc'
  const said = told.compatibility !== undefined ? olderByWord[told.compatibility] : undefined
  const setting = /<(?:\w+:)?compatSetting\b(?=[^>]*"compatibilityMode")([^>]*)>/.exec(settings)?.[1]
  const mode = told.compatibility !== undefined ? said : value(setting ?? null, 'val')
  return mode && mode in older ? older[mode as keyof typeof older] : null
}

/**
 * What there is to know of an open document before anything is put into it: from the flat package that Word gives,
 * and from what Word says itself, which is believed first.
 */
export const documentState = (xml: string, told: Told = {}): DocumentState => {
  const settings = partOf(xml, 'settings.xml')
  const main = partOf(xml, 'document.xml')
  const track = element(settings, 'trackRevisions')
  return {
    restricted: restrictedBy(settings, xml, told),
    locked: /<(?:\w+:)?lock\b[^>]*"(?:sdtLocked|contentLocked|sdtContentLocked)"/.test(main),
    readOnlyFile: told.readOnly ?? told.mode === 'readOnly',
    tracking: told.tracking ?? (track !== null && !off.includes(value(track, 'val') ?? '')),
    changes: /<(?:\w+:)?(?:ins|del|moveFrom|moveTo)[ />]/.test(main),
    comments: main.match(/<(?:\w+:)?commentReference\b/g)?.length ?? 0,
    compatibleWith: compatibleWith(settings, told),
  }
}
