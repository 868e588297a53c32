import { lazy, Suspense, useSyncExternalStore } from 'react'
import { KeepGoing } from './KeepGoing.tsx'
import { useSchemaNews } from './schemaNews.ts'
import { useServices } from './services.tsx'

const ReadOnlyBar = lazy(async () => ({ default: (await import('./ReadOnlyBar.tsx')).ReadOnlyBar }))
const SchemaBar = lazy(async () => ({ default: (await import('./SchemaBar.tsx')).SchemaBar }))

/** What is said above every screen, once there is something to say: it is fetched only then. */
export const Bars = () => {
  const { writing } = useServices()
  const shut = useSyncExternalStore(writing.subscribe, () => writing.refused())
  const news = useSchemaNews()
  return (
    <KeepGoing>
      <Suspense>
        {news !== null && <SchemaBar />}
        {shut && <ReadOnlyBar />}
      </Suspense>
    </KeepGoing>
  )
}
