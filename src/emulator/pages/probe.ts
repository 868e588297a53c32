// A page for tests of the Teams stand-in itself: the real teams-js and MSAL, with each answer shown as text.
import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser'
import { app, pages } from '@microsoft/teams-js'
import { readConfig } from '../../readConfig.ts'
import { localSend } from './localSend.ts'

const config = await readConfig()
const scopes = ['https://graph.microsoft.com/User.Read']
let client: Promise<IPublicClientApplication> | null = null
const msal = () => (client ??= createNestablePublicClientApplication({ auth: { clientId: config.clientId } }))

const say = (id: string, value: unknown): void => {
  const line = document.getElementById(id) ?? document.body.appendChild(document.createElement('p'))
  line.id = id
  line.textContent = typeof value === 'string' ? value : JSON.stringify(value)
}

const codeOf = (thrown: unknown): string =>
  (thrown as { errorCode?: string }).errorCode ?? (thrown as Error).message ?? String(thrown)

const token = async (interactive: boolean, claims?: string): Promise<string> => {
  const request = { scopes, ...(claims ? { claims } : {}) }
  const pca = await msal()
  return (await (interactive ? pca.acquireTokenPopup(request) : pca.acquireTokenSilent(request))).accessToken
}

const actions: Record<string, () => Promise<unknown>> = {
  silent: () => token(false),
  popup: () => token(true),
  claims: () => token(false, '{"access_token":{"nbf":{"essential":true,"value":"1795000000"}}}'),
  me: async () => {
    const headers = { authorization: `Bearer ${await token(false)}` }
    const answer = await localSend(new Request('https://graph.microsoft.com/v1.0/me', { headers }))
    return ((await answer.json()) as { userPrincipalName?: string }).userPrincipalName ?? answer.status
  },
  elsewhere: () => fetch('https://example.org/'),
  link: () => app.openLink('https://teams.microsoft.com/l/entity/another/app'),
  share: async () => pages.shareDeepLink({ subPageId: 'shared-place', subPageLabel: 'A place' }),
  tabs: async () =>
    window.parent.postMessage({ id: 999, func: 'getTabInstances', args: [] }, location.origin),
  save: async () => {
    pages.config.registerOnSaveHandler((event) => {
      const contentUrl = `${location.origin}/probe/`
      void pages.config
        .setConfig({ entityId: 'send', contentUrl, websiteUrl: contentUrl, suggestedDisplayName: 'SEND' })
        .then(() => event.notifySuccess())
    })
    pages.config.setValidityState(true)
    return 'ready to save'
  },
}

await app.initialize([location.origin])
app.notifyAppLoaded()
app.registerOnThemeChangeHandler((theme) => say('theme', theme))
const context = await app.getContext()
say('theme', context.app.theme)
say('frame', context.page.frameContext)
say('place', context.page.subPageId ?? '')
say('person', context.user?.userPrincipalName ?? '')
say('team', context.team?.displayName ?? '')
for (const [name, act] of Object.entries(actions)) {
  const button = document.body.appendChild(document.createElement('button'))
  button.textContent = name
  button.addEventListener('click', () => {
    say(name, '…')
    act().then(
      (value) => say(name, value ?? 'done'),
      (thrown: unknown) => say(name, `refused: ${codeOf(thrown)}`),
    )
  })
}
await app.notifySuccess()
