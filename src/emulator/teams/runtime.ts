/**
 * What the stand-in says it can do, in teams-js's own shape (runtime API version 4). Only what it answers: a
 * capability that is not named here is reported by teams-js as not supported.
 */
export const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  isDeeplyNestedAuthSupported: false,
  supports: {
    app: { notifySuccessResponse: {} },
    nestedAppAuth: {},
    pages: { config: {}, backStack: {}, currentApp: {} },
  },
} as const
