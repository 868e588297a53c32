const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value

/**
 * Where an answer lacks what the documented one shows: each documented key must be there with the same JSON type,
 * all the way down. A list is compared by what its first entry shows; null fits anything, since it stands for a
 * value that is not there.
 */
export const lacking = (documented: unknown, got: unknown, at = ''): readonly string[] => {
  const [wanted, found] = [kindOf(documented), kindOf(got)]
  if (wanted === 'null' || found === 'null') return []
  if (wanted !== found) return [`${at || 'the answer'}: ${wanted} documented, ${found} sent`]
  if (Array.isArray(documented) && Array.isArray(got)) {
    if (documented.length === 0) return []
    if (got.length === 0) return [`${at}: nothing in it to compare`]
    return lacking(documented[0], got[0], `${at}[0]`)
  }
  if (wanted !== 'object') return []
  const [all, sent] = [documented as Record<string, unknown>, got as Record<string, unknown>]
  return Object.keys(all).flatMap((key) => {
    if (all[key] === undefined) return []
    if (!(key in sent)) return [`${at}.${key} is left out`]
    return lacking(all[key], sent[key], `${at}.${key}`)
  })
}
