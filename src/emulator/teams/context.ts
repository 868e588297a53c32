import { localTenantId } from '../localConfig.ts'
import type { SignedIn } from './naaBroker.ts'

export const themes = ['default', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export const frameContexts = ['content', 'settings'] as const
export type FrameContext = (typeof frameContexts)[number]

/** A personal tab, or a tab in the channel of the SENCO's or the staff's team. */
export const tabPlaces = ['personal', 'channel'] as const
export type TabPlace = (typeof tabPlaces)[number]

/** The app's id in deep links on this machine. */
export const localAppId = '5f0b9a52-1f36-4f6c-9a53-6b1d70ad7e11'
export const localPageId = 'send'

export type TabState = {
  readonly person: SignedIn
  readonly theme: Theme
  readonly frame: FrameContext
  readonly place: TabPlace
  /** Where in the tab a deep link points; an opaque address, never a pupil's name. */
  readonly subPageId: string | null
}

const channel = {
  teamId: '19:0a4dfieldteam@thread.tacv2',
  groupId: 'b0c7a2e4-90cf-4f0c-8d4a-0ac4f1e1d001',
  teamName: 'Oakfield SEND team',
  teamType: 0,
  userTeamRole: 1,
  isTeamArchived: false,
  channelId: '19:general@thread.tacv2',
  channelName: 'General',
  channelType: 'Regular',
  teamSiteUrl: 'https://oakfieldtrust.sharepoint.com/sites/oakfield-senco',
  teamSiteDomain: 'oakfieldtrust.sharepoint.com',
  teamSitePath: '/sites/oakfield-senco',
}

/** The context as Teams sends it: flat, under its older names, which teams-js turns into the documented ones. */
export const contextOf = ({ person, theme, frame, place, subPageId }: TabState): Record<string, unknown> => ({
  locale: 'en-gb',
  theme,
  appId: localAppId,
  appSessionId: '4dd4b8c1-6df7-4ee9-a1d8-a2a02f0e7b5c',
  sessionId: '7d3b2b87-2f4b-4b32-9f0a-2f4f6f0b9f5e',
  hostName: 'Teams',
  hostClientType: 'web',
  ringId: 'general',
  frameContext: frame,
  entityId: localPageId,
  subEntityId: subPageId ?? undefined,
  isFullScreen: false,
  tid: localTenantId,
  userObjectId: person.user.id,
  userDisplayName: person.user.displayName,
  loginHint: person.user.userPrincipalName,
  userPrincipalName: person.user.userPrincipalName,
  upn: person.user.userPrincipalName,
  ...(place === 'channel' ? channel : {}),
})
