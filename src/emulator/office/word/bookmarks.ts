import { all, attr, children, closest, isW } from './dom.ts'

/** What a bookmark is around, by its name in capitals or not; its paragraph where it goes beyond. Null: no such one. */
export const bookmarked = (body: Element, name: string): Element[] | null => {
  const start = all(body, 'bookmarkStart').find(
    (each) => attr(each, 'name')?.toLowerCase() === name.toLowerCase(),
  )
  if (!start) return null
  const end = all(body, 'bookmarkEnd').find((each) => attr(each, 'id') === attr(start, 'id'))
  const paragraph = closest(start, 'p')
  if (start.parentNode && end?.parentNode === start.parentNode) {
    const beside = children(start.parentNode)
    const inside = beside
      .slice(beside.indexOf(start) + 1, beside.indexOf(end))
      .filter((each) => !isW(each, 'bookmarkStart', 'bookmarkEnd'))
    if (inside.length > 0) return inside
  }
  return paragraph ? [paragraph] : null
}
