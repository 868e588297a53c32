import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

/** Longer than any document of a usual length takes. */
const patience = 12_000

/** Shown while Word is at work: after a while, what may be holding it up. */
export const StillWaiting = () => {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output>
      {long && (
        <Text>{t`Word is taking long. If it shows a message of its own, close it there. Nothing of the record is changed meanwhile.`}</Text>
      )}
    </output>
  )
}
