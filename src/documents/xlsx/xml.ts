import { wholeCharacters } from '../../domain/wholeCharacters.ts'

/** The most that a cell holds. */
export const cellLimit = 32_767

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Text for an element or an attribute of SpreadsheetML: the one place where escaping is done. What XML can't hold
 * is written as Excel writes it, `_x0007_`; a text that looks like such a code keeps its own letters.
 */
export const xml = (text: string): string => (needsCare.test(text) ? careful(text) : text)
// eslint-disable-next-line no-control-regex
const needsCare = /[&<>"\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x/
const careful = (text: string): string =>
  // Half a surrogate pair would make the whole file unreadable.
  wholeCharacters(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
    .replace(/[&<>"]/g, (found) => entities[found]!)
    // eslint-disable-next-line no-control-regex
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

/** A cell's text within Excel's limit; what is cut off is marked. */
export const cellText = (text: string): string =>
  xml(text.length > cellLimit ? `${text.slice(0, cellLimit - 1)}…` : text)

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** One element. `inside` is finished XML; texts go through `xml` first. */
export const element = (name: string, attributes: Attributes, inside = ''): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : xml(value!)}"`,
    )
    .join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
