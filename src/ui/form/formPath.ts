import { t } from '../../words/t.ts'

/**
 * Where the library keeps an authority's empty form or sheet: its name without signs that SharePoint refuses, and the
 * end of the pack's key. `ends`: with what the name ends, such as `.docx`.
 */
export const formPath = (authority: string, key: string, ends: string): string => {
  const name = authority
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
  return t`Forms/${name} ${key.slice(-6)}${ends}`
}
