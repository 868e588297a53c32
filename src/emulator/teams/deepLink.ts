import { localAppId, localPageId } from './context.ts'

/** The Teams link to a place in the tab, as Teams writes it. */
export const deepLinkTo = (subPageId: string | null): string => {
  const link = new URL(`https://teams.microsoft.com/l/entity/${localAppId}/${localPageId}`)
  if (subPageId) link.searchParams.set('context', JSON.stringify({ subEntityId: subPageId }))
  return link.href
}

/** The place in the tab that a Teams link points to ('' for its front), or null where it points elsewhere. */
export const placeIn = (text: string): string | null => {
  let link: URL
  try {
    link = new URL(text)
  } catch {
    return null
  }
  if (link.hostname !== 'teams.microsoft.com' || !link.pathname.startsWith(`/l/entity/${localAppId}/`))
    return null
  try {
    const context = JSON.parse(link.searchParams.get('context') ?? '{}') as {
      subEntityId?: unknown
      subPageId?: unknown
    }
    const place = context.subEntityId ?? context.subPageId ?? ''
    return typeof place === 'string' ? place : null
  } catch {
    return null
  }
}
