import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import type { HostTheme, ThemeSource } from '../host/teams.ts'
import { type DraftBook, DraftsProvider, newDraftBook } from './draft/book.tsx'
import { HiddenDetailsProvider } from './hidden.tsx'
import { KeepGoing } from './KeepGoing.tsx'
import { UndoProvider } from './undo.tsx'

const fonts = {
  fontFamilyBase:
    "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif",
}
const themes: Record<HostTheme, Theme> = {
  light: { ...teamsLightTheme, ...fonts },
  dark: { ...teamsDarkTheme, ...fonts },
  contrast: { ...teamsHighContrastTheme, ...fonts },
}

/** What is read again, when and how often: Graph's own client does the retrying, so nothing here retries. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 60_000, networkMode: 'always', refetchOnReconnect: true },
    },
  })

/** All that every screen stands on: theme of the host, records read so far, unsaved text, messages, a safety net. */
export const AppFrame = ({
  theme,
  client,
  drafts,
  children,
}: {
  theme: ThemeSource
  client: QueryClient
  drafts: DraftBook
  children: ReactNode
}) => {
  const named = useSyncExternalStore(theme.subscribe, theme.current)
  return (
    // A class would be copied to every pop-up, which would then be a page high: a style is not.
    // The browser's own boxes and scroll bars are drawn for the theme too.
    <FluentProvider
      theme={themes[named]}
      style={{ height: '100%', colorScheme: named === 'light' ? 'light' : 'dark' }}
    >
      <QueryClientProvider client={client}>
        <DraftsProvider book={drafts}>
          <UndoProvider>
            <HiddenDetailsProvider>
              <KeepGoing>{children}</KeepGoing>
            </HiddenDetailsProvider>
          </UndoProvider>
        </DraftsProvider>
      </QueryClientProvider>
    </FluentProvider>
  )
}

/** What an entry point may need of a running App: what was read, and what is not yet saved. */
export type Running = { readonly client: QueryClient; readonly drafts: DraftBook }

/** Shows an App in the page, in the theme of its host. */
export const startApp = (element: HTMLElement, theme: ThemeSource, app: ReactNode): Running => {
  const client = newQueryClient()
  const drafts = newDraftBook()
  createRoot(element).render(
    <AppFrame theme={theme} client={client} drafts={drafts}>
      {app}
    </AppFrame>,
  )
  return { client, drafts }
}
