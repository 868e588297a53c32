import { useEffect, useState } from 'react'
import { useServices } from '../services.tsx'

/** The time in milliseconds, told anew every so often. */
export const useNow = (every = 10_000): number => {
  const { now } = useServices()
  const [time, setTime] = useState(() => now().getTime())
  useEffect(() => {
    const timer = setInterval(() => setTime(now().getTime()), every)
    return () => clearInterval(timer)
  }, [every, now])
  return time
}
