import { londonDay } from '../domain/rules/day.ts'
import { plainLine, shortened } from './plainText.ts'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)(\..*)?$/i

/** A name that SharePoint takes for a file or folder: what it refuses becomes a hyphen, its ending stays. */
export const fileName = (name: string): string => {
  const plain = plainLine(name)
    .replace(/["*:<>?/\\|]+/g, '-')
    .replace(/^[\s~.]+|[\s.]+$/g, '')
    .replace(/_vti_/gi, '-')
  const [stem, ending] = parts(reserved.test(plain) ? `-${plain}` : plain)
  return `${shortened(stem, 120).trim() || 'Untitled'}${ending}`
}

const parts = (name: string): [string, string] => {
  const [, stem, ending] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(name) ?? []
  return [stem ?? '', ending ?? '']
}

const londonTime = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' })
    .format(at)
    .replaceAll(':', '.')

/** `Minutes.docx` → `Minutes 2026-03-10 14.05.09.docx`; a later try is numbered. */
export const stampedName = (name: string, at: Date, tries: number): string => {
  const [stem, ending] = parts(name)
  return `${stem} ${londonDay(at)} ${londonTime(at)}${tries > 1 ? ` ${tries}` : ''}${ending}`
}
