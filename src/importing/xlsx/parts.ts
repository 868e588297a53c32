import { type Look, lookOf } from './numberText.ts'
import { walk } from './walk.ts'

/** Where a part's relationships lead: full names of parts by id, and the kind of each (`worksheet`, `styles` …). */
export type Links = ReadonlyMap<string, { readonly part: string; readonly kind: string }>

/** A part by its name: packages tell no capitals from small letters (ECMA-376 part 2), and some write backslashes. */
export const partName = (name: string): string => name.replace(/\\/g, '/').toLowerCase()

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The part that `target` names, seen from the folder of the part that names it. */
const resolved = (folder: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of decoded(target).split('/').filter(Boolean)) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return partName(steps.join('/'))
}

export const linksIn = (bytes: Uint8Array | undefined, folder: string): Links => {
  const links = new Map<string, { part: string; kind: string }>()
  if (!bytes) return links
  walk(bytes, {
    open: (name, { Id, Target, Type, TargetMode }) => {
      if (name === 'Relationship' && Id && Target && TargetMode !== 'External')
        links.set(Id, { part: resolved(folder, Target), kind: (Type ?? '').split('/').at(-1) ?? '' })
    },
  })
  return links
}

export type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly link: string }

/** The sheets of a workbook in the order of their tabs, and whether its dates count from 1904. */
export const sheetsIn = (bytes: Uint8Array): { sheets: SheetEntry[]; from1904: boolean } => {
  const sheets: SheetEntry[] = []
  let from1904 = false
  walk(bytes, {
    open: (name, given) => {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/i.test(given['date1904'] ?? '')
      if (name !== 'sheet') return
      const link = Object.entries(given).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      const hidden = /hidden/i.test(given['state'] ?? '')
      sheets.push({ name: (given['name'] ?? '').trim() || `Sheet ${sheets.length + 1}`, hidden, link })
    },
  })
  return { sheets, from1904 }
}

/** What `_x000D_` and its like stand for; `_x005F_` is the underscore that protects a text that looks so. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text

/** Texts that cells share; of a text in several looks the words, without how they are pronounced. */
export const sharedTextsIn = (bytes: Uint8Array | undefined): string[] => {
  const texts: string[] = []
  if (!bytes) return texts
  let text: string | null = null
  let reading = false
  let aside = 0
  walk(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') aside += 1
      reading = name === 't' && aside === 0
    },
    text: (piece) => {
      if (reading && text !== null) text += piece
    },
    close: (name) => {
      if (name === 't') reading = false
      if (name === 'rPh') aside -= 1
      if (name === 'si') texts.push(unescaped(text ?? ''))
    },
  })
  return texts
}

/** How cells of each style look, by the style's place. */
export const looksIn = (bytes: Uint8Array | undefined): Look[] => {
  const looks: Look[] = []
  if (!bytes) return looks
  const codes = new Map<number, string>()
  let inCells = false
  walk(bytes, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      const id = Number(numFmtId ?? 0)
      if (name === 'xf' && inCells) looks.push(lookOf(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return looks
}
