/** The parts of office.js that these members are made with; the library's own, in whichever window it runs. */
type Library = {
  Word?: Record<string, { prototype: Record<string, unknown> } | undefined>
  OfficeExtension?: {
    BatchApiHelper?: {
      createMethodObject(
        type: unknown,
        parent: unknown,
        name: string,
        operation: number,
        given: unknown[],
        isCollection: boolean,
        isInvalidAfterRequest: boolean,
        getById: string | null,
        flags: number,
      ): unknown
    }
  }
}

const writes = 0
const reads = 1
/** The library's flag for a result that may be kept between batches. */
const keep = 4

/**
 * Adds, in one window, members of WordApi 1.4 and 1.5 that Microsoft documents and the npm library lacks. The library's files
 * are not touched; each member is one call of its own builder. Members that are there already are left alone.
 */
export const backfillWord = (pane: Window): void => {
  const { Word, OfficeExtension } = pane as unknown as Library
  const build = OfficeExtension?.BatchApiHelper?.createMethodObject
  const document = Word?.['Document']?.prototype
  if (
    !build ||
    !document ||
    !Word?.['SectionCollection'] ||
    !Word['ContentControlCollection'] ||
    !Word['Range']
  )
    return
  const add = (name: string, member: (this: unknown, ...given: unknown[]) => unknown): void => {
    if (!(name in document)) document[name] = member
  }
  add('insertFileFromBase64', function insertFile(this: unknown, ...given) {
    const type = Word['SectionCollection']
    return build(type, this, 'InsertFileFromBase64', writes, given, true, true, null, 0)
  })
  for (const name of ['GetBookmarkRange', 'GetBookmarkRangeOrNullObject'])
    add(`g${name.slice(1)}`, function getBookmark(this: unknown, ...given) {
      return build(Word['Range'], this, name, reads, given, false, false, null, keep)
    })
  add('getContentControls', function getControls(this: unknown, ...given) {
    const type = Word['ContentControlCollection']
    return build(type, this, 'GetContentControls', reads, given, true, false, null, keep)
  })
}
