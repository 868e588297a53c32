import { useRef, useState } from 'react'
import { ownServer, pageFacts } from '../../host/page.ts'
import { useServices } from '../services.tsx'
import { type Checked, gather } from './gather.ts'

type Running = { readonly done: number; readonly of: number; readonly what: string }

/** Runs the checks when asked; what was found before stays until the next run is through. */
export const useChecks = () => {
  const services = useServices()
  const [checked, setChecked] = useState<Checked | null>(null)
  const [running, setRunning] = useState<Running | null>(null)
  const busy = useRef(false)
  const run = async () => {
    if (busy.current) return
    busy.current = true
    try {
      setChecked(
        await gather(services, { facts: pageFacts, ownServer }, (done, of, what) =>
          setRunning({ done, of, what }),
        ),
      )
    } finally {
      busy.current = false
      setRunning(null)
    }
  }
  return { checked, running, run }
}
