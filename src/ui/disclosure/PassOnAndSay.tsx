import { useSay } from '../undo.tsx'
import { PassOn } from './PassOn.tsx'
import type { Passing } from './passOn.ts'

/** Asks for whom, lets the document go, and says so in passing. */
export const PassOnAndSay = ({ passing, onClose }: { passing: Passing; onClose: () => void }) => {
  const say = useSay()
  return (
    <PassOn
      passing={passing}
      onDone={({ words }) => {
        say(words)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
