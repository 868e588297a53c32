export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const strictWordNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
export const relationshipsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Of our own part in the file: which record the document is of, as keys. */
export const identityNamespace = 'urn:goldthread:document:1'
/** The store of that part, always the same, so that a document inserted twice has one. */
export const identityStore = '{6B1F0E52-3C1D-4C8E-9C55-0D6C1E7B9A10}'
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A heading's id as Word takes it for a bookmark: letters, digits and low lines, at most 40. */
export const bookmarkName = (id: string): string => id.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 40)
