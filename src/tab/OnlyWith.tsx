import type { ReactNode } from 'react'
import type { Audience } from '../domain/record.ts'
import { useMayRead } from '../ui/access.ts'
import { TroubleNotice } from '../ui/Loaded.tsx'
import { useServices } from '../ui/services.tsx'
import { Page } from './Page.tsx'

/** A screen that would ask for nothing at first: whoever is not let into its site is told so before they begin. */
export const OnlyWith = ({
  audience,
  title,
  children,
}: {
  audience: Audience
  title: string
  children: ReactNode
}) => {
  const { school } = useServices()
  const letIn = useMayRead(audience)
  if (letIn.data !== false) return children
  const to = (school.sites[audience] ?? '').replace(':', '')
  return (
    <Page title={title}>
      <TroubleNotice trouble={{ code: 'noAccess', to }} />
    </Page>
  )
}
