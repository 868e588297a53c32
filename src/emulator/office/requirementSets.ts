/** Requirement sets that a host advertises: name → highest version, as `isSetSupported` reads them. */
export type Matrix = Readonly<Record<string, string>>

const numbers = (version: string): number[] => version.split('.').map(Number)

/** Whether a set such as 'WordApi 1.5' is within what is advertised. */
export const supports = (matrix: Matrix, set: string): boolean => {
  const [name = '', wanted = '0'] = set.split(' ')
  const offered = matrix[name]
  if (offered === undefined) return false
  const [major = 0, minor = 0] = numbers(offered)
  const [wantedMajor = 0, wantedMinor = 0] = numbers(wanted)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

const common: Matrix = {
  CompressedFile: '1.1',
  CustomXmlParts: '1.1',
  DocumentEvents: '1.1',
  File: '1.1',
  Settings: '1.1',
}

/**
 * Word as it is today; Word before Document.insertFileFromBase64 (Word 2019); Word at its first API (Word 2016, bought
 * once); a Word that has none of it (Word 2013); and Word on Windows and Mac, which says more of itself.
 */
export const wordMatrix: Record<'today' | 'low' | 'lowest' | 'none' | 'desktop', Matrix> = {
  today: { ...common, WordApi: '1.5' },
  low: { ...common, WordApi: '1.3' },
  lowest: { ...common, WordApi: '1.1' },
  none: common,
  desktop: { ...common, WordApi: '1.5', WordApiDesktop: '1.4' },
}

/** Excel as its npm office.js knows it, and Excel before tables could be resized and sheets inserted. */
export const excelMatrix: Record<'today' | 'low', Matrix> = {
  today: { ...common, ExcelApi: '1.15' },
  low: { ...common, ExcelApi: '1.9' },
}
